package io.enablement.dashboard.page;

import io.enablement.dashboard.access.Viewer;
import io.enablement.dashboard.answer.Answers;
import io.enablement.dashboard.answer.DatabaseException;
import io.enablement.dashboard.answer.Publication;
import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Format;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One request for a page: who looks at what, and what was published when it began. The generation
 * and the checkpoint are read once.
 */
public final class Visit {

    private final Viewer viewer;
    private final Address address;
    private final Answers answers;
    private final Publication shown;
    private final Format format;
    private final Glossary glossary;
    private final Choices choices;
    private final long deadline;
    private Publication oldest;
    private Map<String, String> names;
    private boolean isDrawingSection;
    private final StringBuilder progress = new StringBuilder();

    /**
     * @param patience for how long the sections of the page are waited for
     */
    public Visit(
            Viewer viewer, Address address, Answers answers, Locale locale, Duration patience) {
        this.deadline = System.nanoTime() + patience.toNanos();
        this.viewer = viewer;
        this.address = address;
        this.answers = answers;
        this.shown = answers.publication();
        this.oldest = shown;
        Rows.Row company = ask(Question.COMPANY).all().get(0);
        this.format =
                new Format(
                        locale,
                        Currency.getInstance(company.text("currency")),
                        ZoneId.of(company.text("zone")));
        this.glossary = Glossary.of(ask(Question.GLOSSARY));
        this.choices =
                Choices.of(
                        address, viewer, Choices.Available.of(ask(Question.CHOICES).all().get(0)));
    }

    public Viewer viewer() {
        return viewer;
    }

    public Address address() {
        return address;
    }

    public Format format() {
        return format;
    }

    public Publication shown() {
        return shown;
    }

    /** That of the oldest number on the page: newer ones are being fetched. */
    public Publication oldest() {
        return oldest;
    }

    Glossary glossary() {
        return glossary;
    }

    Choices choices() {
        return choices;
    }

    /** Says that the page is going to ask this, so that its questions are answered side by side. */
    void expect(Question question, Map<String, String> parameters) {
        answers.expect(shown, question, parameters);
    }

    /** The sections of the page, in the order in which they are added. */
    Sections sections() {
        return new Sections(this);
    }

    /** What is drawn from answers that are there in time; empty where one of them is not. */
    <T> Optional<T> inTime(Supplier<T> drawn) {
        boolean before = isDrawingSection;
        isDrawingSection = true;
        try {
            T there = drawn.get();
            progress.append('1');
            return Optional.of(there);
        } catch (NotYet e) {
            progress.append('0');
            return Optional.empty();
        } finally {
            isDrawingSection = before;
        }
    }

    /** Whether anything of the page is still being fetched. */
    public boolean isPending() {
        return progress.indexOf("0") >= 0;
    }

    /** Of each part of the page whether it is there: another text where another one is. */
    public String progress() {
        return progress.toString();
    }

    Rows ask(Question question) {
        return ask(question, Map.of());
    }

    /** What a section needs is waited for until the deadline, everything else until it is there. */
    Rows ask(Question question, Map<String, String> parameters) {
        Answers.Kept answer =
                isDrawingSection
                        ? answers.answerBy(deadline, shown, question, parameters)
                                .orElseThrow(NotYet::new)
                        : waitFor(question, parameters);
        if (answer.publication().checkpoint() < oldest.checkpoint()
                && !answer.publication().edition().equals(shown.edition())) {
            oldest = answer.publication();
        }
        return answer.rows();
    }

    private Answers.Kept waitFor(Question question, Map<String, String> parameters) {
        return answers.answer(shown, question, parameters);
    }

    /** Refuses rows of so few reps that they would tell of single people. */
    void refuseFewReps(Rows rows, String sentence) {
        long reps = rows.stream().map(row -> row.text("rep_id")).distinct().count();
        if (reps > 0 && !viewer.maySeeGroupOf(reps)) {
            throw BadChoice.forbidden(sentence);
        }
    }

    /** As the glossary's unit wants it, with its interval where it has one. */
    Cell number(Rows.Row row, String metric) {
        Cell cell = Cell.number(format.of(row.get(metric), glossary.of(metric).unit()));
        String low = metric + "_low";
        return row.places().containsKey(low) && row.get(low) != null
                ? cell.with(format.range(row.get(low), row.get(metric + "_high")))
                : cell;
    }

    /** A link to where the number comes from. */
    Cell explained(Rows.Row row, String metric, Group group, String period) {
        return row.get(metric) == null
                ? number(row, metric)
                : number(row, metric).to(explain(metric, group, period));
    }

    String explain(String metric, Group group, String period) {
        Address page =
                keep(Address.of("/explain"))
                        .with("metric", metric)
                        .with("period", period.equals(Choices.ALL) ? "" : period)
                        .with("deals", choices.deals().equals(Choices.ALL) ? "" : choices.deals());
        return group.in(page).toString();
    }

    /** Where a number that is known now alone comes from. */
    String explainToday(String metric, Group group) {
        Address page = Address.of("/explain").with("lang", address.get("lang"));
        return group.in(page.with("metric", metric)).toString();
    }

    /** A page that shows the same moment in the same language. */
    Address keep(Address page) {
        return page.with("as-of", address.get("as-of")).with("lang", address.get("lang"));
    }

    String link(String path) {
        return keep(Address.of(path)).toString();
    }

    /** The name where the viewer may know it, else the pseudonym, else neither. */
    Cell rep(String rep) {
        if (!viewer.seesReps()) {
            return Cell.text("a rep").in("quiet");
        }
        String name = names().getOrDefault(rep, "");
        return name.isEmpty() ? Cell.text(rep) : Cell.text(name).with(rep);
    }

    Cell deal(String deal) {
        return Cell.text(deal).to(keep(Address.of("/deals").with("id", deal)).toString());
    }

    /** Nobody has a name where the dashboard's user may not read them. */
    private Rows people() {
        try {
            return waitFor(Question.PEOPLE, Map.of("team", viewer.team())).rows();
        } catch (DatabaseException e) {
            if (e.isForbidden()) {
                return Rows.NONE;
            }
            throw e;
        }
    }

    private Map<String, String> names() {
        if (names == null) {
            names = new HashMap<>();
            people().stream().forEach(row -> names.put(row.text("rep_id"), row.text("name")));
        }
        return names;
    }
}
