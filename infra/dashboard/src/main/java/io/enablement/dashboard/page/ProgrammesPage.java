package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Note;
import io.enablement.dashboard.view.Page;
import io.enablement.dashboard.view.Section;
import io.enablement.dashboard.view.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All programmes, one row each. */
public final class ProgrammesPage {

    private final Visit visit;
    private final Choices choices;
    private final Format format;

    /** A programme's row, and what it is sorted by. */
    private record Line(List<Cell> cells, Map<String, Double> sizes, String name) {}

    private ProgrammesPage(Visit visit) {
        this.visit = visit;
        this.choices = visit.choices();
        this.format = visit.format();
        visit.expect(Question.BEFORE_AND_AFTER, choices.ofRepsAndAllDeals());
        visit.expect(Question.PROGRAMME_CREDIT, Map.of());
        visit.expect(Question.PROGRAMME_LEADING, choices.ofMoment());
        visit.expect(Question.PROGRAMMES, Map.of());
    }

    public static Page of(Visit visit) {
        return new ProgrammesPage(visit).page();
    }

    private Page page() {
        Sections sections = visit.sections();
        sections.addAll(this::programmes);
        sections.add(this::howToRead);
        return new Page(
                "Programmes",
                "programmes",
                "What each enablement programme did to sales results, and how sure that is.",
                List.of(
                        choices.teams(visit.viewer()),
                        choices.regions(),
                        choices.roles(),
                        choices.dealTypes(),
                        choices.periods(format),
                        choices.bases(),
                        choices.asOf(visit.address())),
                List.of(),
                sections.all());
    }

    private List<Section> programmes() {
        List<Section> sections = new ArrayList<>();
        List<Line> lines =
                new ArrayList<>(visit.ask(Question.PROGRAMMES).stream().map(this::line).toList());
        sort(lines);
        sections.add(
                new Table(
                        "programmes",
                        "",
                        "",
                        columns(),
                        lines.stream().map(Line::cells).toList(),
                        visit.address().at("/programmes.csv").toString(),
                        "No programme is defined yet. Send a DEFINED event to programme-events, or"
                                + " run infra/demo for a simulated organisation."));
        if (lines.stream().allMatch(line -> line.sizes().get("maturity").isNaN())
                && !lines.isEmpty()) {
            sections.add(
                    0,
                    new Note(
                            "No effect has been estimated yet",
                            List.of(
                                    "What stands below is what happened, not what a programme"
                                            + " caused. Run infra/enablement impact for effects with"
                                            + " intervals, verdicts, returns and maturity."),
                            "warn"));
        }
        return sections;
    }

    private Note howToRead() {
        return new Note(
                "How to read this",
                List.of(
                        "Before → after are counted from the month in which a rep was enrolled (or"
                                + " completed, as chosen), vs the same of comparable reps. These belong"
                                + " to the programme's audience and have not been reached by it yet. A"
                                + " difference is no proof of cause; the effect is, with its interval.",
                        "Attributed amounts are a decomposition of what happened together, not"
                                + " proof of cause. They are never added to influenced amounts.",
                        "The effect, the return and the maturity are those of the whole programme:"
                                + " they do not follow the choice of teams, regions, roles, deals and"
                                + " periods."),
                "quiet");
    }

    private List<Column> columns() {
        Glossary glossary = visit.glossary();
        return List.of(
                sorted("name", Column.text("Programme")),
                sorted(
                        "people",
                        Column.number("People", "reps enrolled, and of these those who completed")),
                sorted("close", glossary.column("close_rate_count")),
                sorted("created", glossary.column("created_win_rate")),
                sorted(
                        "effect",
                        Column.number(
                                "Effect",
                                "what the programme caused: the average of the group-time effects"
                                        + " on its outcome, with the 95 % interval, and the verdict")),
                sorted("attainment", glossary.column("quota_attainment")),
                sorted("attributed", glossary.column("attributed_amount_minor")),
                sorted(
                        "roi",
                        Column.number(
                                "ROI",
                                "(gain - cost) / cost, with the 95 % interval; 0 % pays for"
                                        + " itself")),
                sorted(
                        "maturity",
                        Column.number(
                                "Maturity",
                                "how well the programme is measured, 0 to 5; each level needs those"
                                        + " below")),
                Column.text("By quarter")
                        .explained("close rate of the cohorts, after their start"));
    }

    private Column sorted(String name, Column column) {
        String sort = visit.address().get("sort");
        boolean descends = sort.equals("-" + name);
        String next = descends || !column.numeric() && !sort.equals(name) ? name : "-" + name;
        String order = descends ? "descending" : sort.equals(name) ? "ascending" : "none";
        return column.sortedBy(name, visit.address().with("sort", next).toString(), order);
    }

    private void sort(List<Line> lines) {
        String sort = visit.address().get("sort");
        String name = sort.startsWith("-") ? sort.substring(1) : sort;
        Comparator<Line> order = Comparator.comparing(Line::name);
        if (!name.isEmpty() && !name.equals("name")) {
            order = Comparator.comparing(line -> line.sizes().getOrDefault(name, Double.NaN));
        }
        lines.sort(sort.startsWith("-") ? order.reversed() : order);
        // What has no number comes last, whichever way.
        if (!name.isEmpty() && !name.equals("name")) {
            lines.sort(
                    Comparator.comparing(
                            line -> line.sizes().getOrDefault(name, Double.NaN).isNaN()));
        }
    }

    private Line line(Row programme) {
        String id = programme.text("programme_id");
        Map<String, Double> sizes = new TreeMap<>();
        List<Cell> cells = new ArrayList<>();
        cells.add(name(programme));
        cells.add(inTime(() -> people(programme, sizes)));
        cells.add(inTime(() -> rates(id, "close_rate_count", "close", sizes)));
        cells.add(inTime(() -> rates(id, "created_win_rate", "created", sizes)));
        cells.add(Impact.effect(visit, programme));
        sizes.put("effect", programme.number("estimate"));
        cells.add(inTime(() -> attainment(id, sizes)));
        cells.add(inTime(() -> credit(id, sizes)));
        cells.add(Impact.roi(format, programme));
        sizes.put("roi", programme.number("roi"));
        cells.add(Impact.maturity(programme));
        sizes.put(
                "maturity",
                programme.get("level") == null ? Double.NaN : programme.number("level"));
        cells.add(inTime(() -> trend(id)));
        return new Line(cells, sizes, programme.text("name") + id);
    }

    /** A row stands before all of its numbers are there. */
    private Cell inTime(Supplier<Cell> drawn) {
        return visit.inTime(drawn).orElseGet(Cell::pending);
    }

    private Cell name(Row programme) {
        String id = programme.text("programme_id");
        String name = programme.text("name").isEmpty() ? id : programme.text("name");
        String launch =
                programme.get("launch_at") == null
                        ? "no launch date"
                        : "since " + format.day(programme.text("launch_at"));
        return Cell.text(name)
                .with(launch + (programme.is("due") ? " · evaluation due" : ""))
                .to(page(id));
    }

    private String page(String id) {
        return visit.address().at("/programmes/" + Address.encoded(id)).with("sort", "").toString();
    }

    private Cell people(Row programme, Map<String, Double> sizes) {
        String id = programme.text("programme_id");
        Optional<Row> row =
                visit.ask(Question.PROGRAMME_LEADING, choices.ofMoment()).stream()
                        .filter(each -> each.text("programme_id").equals(id))
                        .filter(each -> each.text("period").equals(choices.period()))
                        .findFirst();
        if (row.isEmpty()) {
            return Cell.number(Format.NOTHING).with("nobody in this period");
        }
        sizes.put("people", row.get().number("enrolled"));
        return visit.explained(row.get(), "enrolled", Group.programme(id), choices.period())
                .with(format.count(row.get().get("completed")) + " completed");
    }

    private Optional<Row> row(String programme, String side, String time, String period) {
        return visit.ask(Question.BEFORE_AND_AFTER, choices.ofRepsAndAllDeals()).stream()
                .filter(each -> each.text("programme_id").equals(programme))
                .filter(each -> each.text("basis").equals(choices.basis()))
                .filter(each -> each.text("deal_type").equals(choices.deals()))
                .filter(each -> each.text("side").equals(side) && each.text("time").equals(time))
                .filter(each -> each.text("period").equals(period))
                .findFirst();
    }

    private Cell rates(String id, String metric, String sort, Map<String, Double> sizes) {
        Optional<Row> after = row(id, "cohort", "after", choices.period());
        if (isTooSmall(after)) {
            return tooSmall();
        }
        Optional<Row> before = row(id, "cohort", "before", Choices.ALL);
        sizes.put(sort, value(after, metric) - value(before, metric));
        return Cell.number(change(before, after, metric))
                .with(
                        "vs "
                                + change(
                                        row(id, "controls", "before", Choices.ALL),
                                        row(id, "controls", "after", choices.period()),
                                        metric))
                .to(page(id) + "#cohorts");
    }

    private boolean isTooSmall(Optional<Row> row) {
        return row.isPresent()
                && !visit.viewer().maySeeGroupOf(row.get().count("reps"))
                && choices.isNow()
                && choices.deals().equals(Choices.ALL);
    }

    private static Cell tooSmall() {
        return Cell.number(Format.NOTHING).with("fewer than 5 reps").in("quiet");
    }

    private String change(Optional<Row> before, Optional<Row> after, String metric) {
        return text(before, metric) + " → " + text(after, metric);
    }

    private String text(Optional<Row> row, String metric) {
        return row.map(each -> format.share(each.get(metric))).orElse(Format.NOTHING);
    }

    private static double value(Optional<Row> row, String metric) {
        return row.map(each -> each.number(metric)).orElse(Double.NaN);
    }

    private Cell attainment(String id, Map<String, Double> sizes) {
        Optional<Row> after = row(id, "cohort", "after", choices.period());
        if (isTooSmall(after)) {
            return tooSmall();
        }
        sizes.put("attainment", value(after, "quota_attainment"));
        return Cell.number(text(after, "quota_attainment"))
                .with(
                        "vs "
                                + text(
                                        row(id, "controls", "after", choices.period()),
                                        "quota_attainment"))
                .to(page(id) + "#cohorts");
    }

    private Cell credit(String id, Map<String, Double> sizes) {
        Optional<Row> row =
                visit.ask(Question.PROGRAMME_CREDIT).stream()
                        .filter(each -> each.text("programme_id").equals(id))
                        .filter(each -> each.text("period").equals(choices.period()))
                        .filter(each -> each.text("model").equals("linear"))
                        .findFirst();
        if (row.isEmpty()) {
            return Cell.number(Format.NOTHING).with("no touch of a won deal");
        }
        sizes.put("attributed", row.get().number("attributed_amount_minor"));
        return Cell.number(format.shortMoney(row.get().get("attributed_amount_minor")))
                .with(format.shortMoney(row.get().get("influenced_amount_minor")) + " influenced")
                .to(page(id) + "#credit");
    }

    private Cell trend(String id) {
        List<Double> values = new ArrayList<>();
        List<String> periods =
                choices.available().periods().stream()
                        .filter(each -> each.contains("Q"))
                        .sorted()
                        .toList();
        for (String period : periods) {
            Optional<Row> row =
                    row(id, "cohort", "after", period).filter(each -> each.count("deals_won") > 0);
            values.add(row.map(each -> each.number("close_rate_count")).orElse(null));
        }
        while (!values.isEmpty() && values.get(0) == null) {
            values.remove(0);
        }
        if (values.isEmpty()) {
            return Cell.text(Format.NOTHING);
        }
        return Cell.spark(
                "from %s to %s"
                        .formatted(
                                format.share(values.get(0)),
                                format.share(values.get(values.size() - 1))),
                values);
    }
}
