package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Facts;
import io.enablement.dashboard.view.Facts.Fact;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Note;
import io.enablement.dashboard.view.Page;
import io.enablement.dashboard.view.Page.Link;
import io.enablement.dashboard.view.Section;
import io.enablement.dashboard.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where a number comes from: its formula, its parts, the entries and events behind each. */
public final class ExplainPage {

    private final Visit visit;
    private final Choices choices;
    private final Format format;
    private final Row metric;
    private final List<Row> numbers;
    private final Group group;
    private final String stage;
    private final Map<String, String> parameters;
    private final ExplainedValue value;
    private final Evidence evidence;
    private Rows entries;

    private ExplainPage(Visit visit) {
        this.visit = visit;
        this.choices = visit.choices();
        this.format = visit.format();
        String id = visit.address().get("metric");
        this.metric =
                visit.ask(Question.GLOSSARY).stream()
                        .filter(row -> row.text("id").equals(id))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        BadChoice.unknown(
                                                id.isEmpty()
                                                        ? "Name a number:"
                                                                + " /explain?metric=close_rate_count&period=2026-Q1."
                                                        : "There is no metric '%s' in the glossary."
                                                                .formatted(id)));
        this.numbers = visit.ask(Question.METRIC_NUMBERS).where(row -> row.text("id").equals(id));
        this.group = Group.of(visit.address(), choices.team());
        this.stage = visit.address().get("stage");
        this.parameters = parameters();
        checkAccess();
        this.value =
                new ExplainedValue(visit, metric, numbers, group, parameters, this::allEntries);
        this.evidence = new Evidence(visit, parameters);
    }

    public static Page of(Visit visit) {
        return new ExplainPage(visit).page();
    }

    /** What the file of the entries asks for. */
    static Map<String, String> parametersOf(Visit visit) {
        ExplainPage page = new ExplainPage(visit);
        if (!visit.viewer().seesReps()) {
            throw BadChoice.forbidden(
                    "The entries name single reps, which your role does not show.");
        }
        if (page.isOfOtherTeamsToo()) {
            throw BadChoice.forbidden(
                    "You lead team %s: the reps of other teams are not shown to you."
                            .formatted(page.choices.team()));
        }
        page.checkReps();
        return page.parameters;
    }

    private Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>(group.parameters());
        all.put("metric", metric.text("id"));
        all.put("as_of", choices.asOf());
        all.put("period", choices.period());
        all.put("deals", choices.deals());
        all.put("stage", stage);
        return all;
    }

    private void checkAccess() {
        if (group.isOfRep() && !visit.viewer().seesReps()) {
            throw BadChoice.forbidden("Numbers of single reps are not shown to your role.");
        }
    }

    /**
     * Before anything of the group is shown: a rep is of the viewer's team, and whoever sees no
     * single reps learns nothing of fewer than five.
     */
    private void checkReps() {
        if (visit.viewer().isOfOneTeam()
                && group.isOfRep()
                && visit.ask(Question.REPS, Choices.none().ofTeam(choices.team()))
                        .where(row -> row.text("rep_id").equals(group.rep()))
                        .isEmpty()) {
            throw BadChoice.forbidden(
                    "You lead team %s: numbers of other reps are not shown to you."
                            .formatted(choices.team()));
        }
        if (visit.viewer().seesReps()) {
            return;
        }
        refuseFewReps(allEntries());
        if (isCountedFromFacts()) {
            if (!choices.isNow()) {
                throw BadChoice.forbidden(
                        "By how many reps this number was made then is not known any more, and your"
                                + " role sees no single ones.");
            }
            refuseFewReps(visit.ask(Question.EXPLAINED_FACTS, parameters));
        }
        if (has("open_deals")) {
            refuseFewReps(visit.ask(Question.OPEN_DEALS, parameters));
        }
    }

    private void refuseFewReps(Rows rows) {
        visit.refuseFewReps(
                rows,
                "This number is made by fewer than 5 reps, and would be that of single people.");
    }

    /** What stands behind the number; the number itself is the first that is waited for. */
    private void expect() {
        if (showsEntries()) {
            visit.expect(Question.EXPLAINED_ENTRIES, parameters);
        }
        if (showsReps()) {
            visit.expect(repsOfGroup(), parameters);
        }
        if (showsMembers()) {
            visit.expect(Question.EXPLAINED_MEMBERS, parameters);
        }
        if (isCountedFromFacts() && choices.isNow()) {
            visit.expect(Question.EXPLAINED_FACTS, parameters);
        }
    }

    private boolean has(String evidence) {
        return numbers.stream().anyMatch(row -> row.text("evidence").equals(evidence));
    }

    private Page page() {
        String title = metric.text("label") + " of " + group.title(programmeName());
        Sections sections = visit.sections();
        value.expect();
        if (!visit.viewer().seesReps()) {
            expect(); // the entries say whether anything may be shown
        }
        add(sections, value::formula);
        expect();
        addAll(sections, () -> allEntries().isEmpty() ? List.of() : List.of(parts(), entries()));
        if (isOfOtherTeamsToo()) {
            sections.add(ExplainPage::ofOtherTeamsToo);
        } else if (isOfProgrammeReps() && choices.isNow()) {
            add(sections, evidence::programmeReps);
        } else if (showsReps()) {
            add(sections, () -> evidence.reps(repsOfGroup()));
        }
        if (isCountedFromFacts() && choices.isNow()) {
            add(sections, evidence::facts);
        }
        if (has("open_deals")) {
            add(sections, evidence::openDeals);
        }
        if (showsMembers()) {
            add(sections, evidence::members);
        }
        sections.add(this::more);
        return new Page(
                title, "", when(), List.of(choices.asOf(visit.address())), trail(), sections.all());
    }

    private void add(Sections sections, Supplier<Section> section) {
        addAll(sections, () -> List.of(section.get()));
    }

    private void addAll(Sections sections, Supplier<List<Section>> some) {
        sections.addAll(
                () -> {
                    checkReps();
                    return some.get();
                });
    }

    private Rows allEntries() {
        if (entries == null) {
            entries =
                    showsEntries() ? visit.ask(Question.EXPLAINED_ENTRIES, parameters) : Rows.NONE;
        }
        return entries;
    }

    /** The value of a whole programme is shown to whoever leads one team, its reps are not. */
    private boolean isOfOtherTeamsToo() {
        return group.isOfProgramme() && visit.viewer().isOfOneTeam();
    }

    private static Section ofOtherTeamsToo() {
        return new Note(
                "Of all teams",
                List.of(
                        "The number is that of the whole programme. What makes it is not shown to you:"
                                + " it is of reps of other teams too."),
                "quiet");
    }

    private boolean showsEntries() {
        return has("ledger") && !isOfProgrammeReps() && !isOfOtherTeamsToo();
    }

    /** A number of a programme that counts its own content and audience. */
    private boolean isOfProgrammeReps() {
        return group.isOfProgramme()
                && numbers.stream()
                        .anyMatch(
                                row ->
                                        row.text("number").startsWith("content_uses")
                                                || row.text("evidence").equals("reps")
                                                || row.text("evidence").equals("programme_reps"));
    }

    private boolean isCountedFromFacts() {
        return !group.isOfProgramme() && (has("mature_deals") || has("starts") || has("stages"));
    }

    private boolean showsReps() {
        return has("reps") && choices.isNow() && visit.viewer().seesReps() && !isOfProgrammeReps();
    }

    private Question repsOfGroup() {
        return group.isChosen() ? Question.CHOSEN_REPS : Question.EXPLAINED_REPS;
    }

    private boolean showsMembers() {
        return group.isOfMembers()
                && !group.isChosen()
                && visit.viewer().seesReps()
                && !visit.viewer().isOfOneTeam();
    }

    private String programmeName() {
        return visit.ask(Question.PROGRAMMES).stream()
                .filter(row -> row.text("programme_id").equals(group.programme()))
                .map(row -> row.text("name"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(group.programme());
    }

    private String when() {
        String deals = choices.deals().equals(Choices.ALL) ? "" : ", " + choices.deals() + " deals";
        String shown =
                choices.isNow() ? "" : ", as shown on " + format.moment(choices.asOf() + ".000000");
        String of = stage.isEmpty() ? "" : ", stage " + stage;
        return format.period(choices.period()) + of + deals + shown;
    }

    private List<Link> trail() {
        if (!group.programme().isEmpty()) {
            return List.of(
                    new Link("Programmes", visit.link("/programmes")),
                    new Link(
                            programmeName(),
                            visit.link("/programmes/" + Address.encoded(group.programme()))));
        }
        return List.of(new Link("Teams", visit.link("/teams")));
    }

    private Table parts() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row number :
                numbers.stream().filter(row -> row.text("evidence").equals("ledger")).toList()) {
            String part = number.text("number");
            List<Row> ofPart = value.entriesOf(part);
            rows.add(
                    List.of(
                            Cell.text(number.text("meaning")).with(part),
                            Cell.number(
                                    value.exact(
                                            ExplainedValue.sum(ofPart),
                                            unitOfEntries(number.text("unit")))),
                            Cell.number(format.count(ofPart.size())),
                            Cell.number(
                                    format.count(
                                            ofPart.stream()
                                                    .map(
                                                            row ->
                                                                    row.text("subject")
                                                                            + " "
                                                                            + row.text("rep_id"))
                                                    .distinct()
                                                    .count()))));
        }
        return new Table(
                "parts",
                "Its parts",
                "Each is the sum of its entries in the ledger.",
                List.of(
                        Column.text("Part"),
                        Column.number("Sum", "of the ledger's entries"),
                        Column.number(
                                "Entries",
                                "that stand; those that have cancelled out are left out"),
                        Column.number("Deals", "or other things that add to it")),
                rows,
                "",
                "");
    }

    private Row number(String part) {
        return numbers.stream()
                .filter(row -> row.text("number").equals(part))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("A part without a definition: " + part));
    }

    /** Of a histogram, an entry counts deals. */
    private static String unitOfEntries(String unit) {
        return unit.equals("days") ? "count" : unit;
    }

    private Table entries() {
        Rows entries = allEntries();
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : entries.stream().limit(Evidence.SHOWN).toList()) {
            Row number = number(row.text("part"));
            boolean isDeal = !row.text("deal_type").isEmpty();
            rows.add(
                    List.of(
                            isDeal
                                    ? visit.deal(row.text("subject")).with(row.text("deal_type"))
                                    : Cell.text(row.text("subject")),
                            visit.rep(row.text("rep_id")),
                            Cell.text(number.text("meaning")),
                            Cell.number(
                                            value.exact(
                                                    row.get("amount"),
                                                    unitOfEntries(number.text("unit"))))
                                    .with(
                                            number.text("unit").equals("days")
                                                    ? "at " + row.text("bucket") + " days"
                                                    : ""),
                            Evidence.event(row),
                            Cell.text(format.moment(row.text("occurred_at"))),
                            Cell.text(Evidence.place(row))));
        }
        return new Table(
                "entries",
                "Ledger entries and the events that caused them",
                entries.size() > Evidence.SHOWN
                        ? "The first %d of %s%s."
                                .formatted(
                                        Evidence.SHOWN,
                                        format.count(entries.size()),
                                        visit.viewer().seesReps() ? "; the file has all" : "")
                        : "",
                List.of(
                        Column.text("Deal"),
                        Column.text("Rep"),
                        Column.text("Part"),
                        Column.number("Amount", ""),
                        Column.text("Event"),
                        Column.text("Happened"),
                        Column.text("In Kafka")
                                .explained("topic, partition and offset of the raw event")),
                rows,
                visit.viewer().seesReps() ? visit.address().at("/explain.csv").toString() : "",
                "Nothing stands in the ledger.");
    }

    private Section more() {
        Address changes =
                group.in(Address.of("/changes").with("lang", visit.address().get("lang")))
                        .with("metric", metric.text("id"))
                        .with(
                                "period",
                                choices.period().equals(Choices.ALL) ? "" : choices.period())
                        .with("side", "");
        String command =
                "infra/enablement explain --metric %s --period %s%s"
                        .formatted(metric.text("id"), choices.period(), option());
        return group.isOfRep() || group.isOfControls()
                ? new Note("In the command line", List.of(command), "quiet")
                : new Facts(
                        "More",
                        List.of(
                                new Fact(
                                        "Restatements",
                                        Cell.text("What has changed since it was shown")
                                                .to(changes.toString())),
                                new Fact("In the command line", Cell.text(command))),
                        true);
    }

    private String option() {
        List<String> options = new ArrayList<>();
        options.add(group.programme().isEmpty() ? null : "--programme " + group.programme());
        options.add(
                group.cohort().isEmpty()
                        ? null
                        : "--basis %s --cohort %s".formatted(group.basis(), group.cohort()));
        options.add(group.isOfControls() ? "--controls" : null);
        options.add(group.team().isEmpty() ? null : "--team " + group.team());
        options.add(group.rep().isEmpty() ? null : "--rep " + group.rep());
        options.add(stage.isEmpty() ? null : "--stage " + stage);
        options.add(
                visit.address().get("as-of").isEmpty()
                        ? null
                        : "--as-of " + visit.address().get("as-of"));
        String words = options.stream().filter(Objects::nonNull).collect(Collectors.joining(" "));
        return words.isEmpty() ? "" : " " + words;
    }
}
