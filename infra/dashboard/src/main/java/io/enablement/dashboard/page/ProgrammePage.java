package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Facts;
import io.enablement.dashboard.view.Facts.Fact;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Note;
import io.enablement.dashboard.view.Page;
import io.enablement.dashboard.view.Page.Choice;
import io.enablement.dashboard.view.Page.Link;
import io.enablement.dashboard.view.Page.Option;
import io.enablement.dashboard.view.Section;
import io.enablement.dashboard.view.Table;
import io.enablement.dashboard.view.Tiles;
import io.enablement.dashboard.view.Tiles.Tile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One programme: what it did, how that is known, and how well it is measured. */
public final class ProgrammePage {

    private static final List<String> METRICS =
            List.of(
                    "close_rate_count",
                    "created_win_rate",
                    "horizon_win_rate",
                    "quota_attainment",
                    "won_amount_minor",
                    "avg_deal_amount_minor",
                    "cycle_days_won_median",
                    "sales_velocity_minor",
                    "median_rep_attainment",
                    "attainment_spread",
                    "gini_won_amount",
                    "share_of_reps_using_content");

    private static final List<String> OF_COHORTS =
            List.of(
                    "close_rate_count",
                    "created_win_rate",
                    "horizon_win_rate",
                    "quota_attainment",
                    "avg_deal_amount_minor",
                    "cycle_days_won_median");

    private static final List<String> LEADING =
            List.of(
                    "enrolled",
                    "started",
                    "completed",
                    "completion_rate",
                    "waived",
                    "days_to_complete_median",
                    "pass_rate",
                    "mean_score",
                    "survey_mean",
                    "trainings_requested",
                    "request_fulfilment",
                    "assignments_submitted",
                    "assignments_approved",
                    "coaching_sessions",
                    "content_uses",
                    "content_uses_per_rep",
                    "content_uses_per_deal",
                    "share_of_reps_using_content",
                    "share_of_stale_uses");

    private final Visit visit;
    private final Choices choices;
    private final Format format;
    private final Row overview;
    private final String id;
    private final String metric;
    private final Optional<List<Row>> known;

    private ProgrammePage(Visit visit, String id) {
        this.visit = visit;
        this.choices = visit.choices();
        this.format = visit.format();
        this.id = id;
        expect();
        this.overview =
                visit.ask(Question.PROGRAMMES).stream()
                        .filter(row -> row.text("programme_id").equals(id))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        BadChoice.unknown(
                                                "There is no programme '%s'.".formatted(id)));
        this.metric = metric();
        this.known = visit.inTime(this::cohorts);
        checkCohort();
    }

    public static Page of(Visit visit, String id) {
        return new ProgrammePage(visit, id).page();
    }

    private void expect() {
        visit.expect(Question.COHORTS, choices.ofCohorts(id));
        visit.expect(Question.STAGES, Spread.ofStages(id, choices));
        visit.expect(Question.SPREAD, choices.ofReps(id));
        visit.expect(Question.PROGRAMME_LEADING, choices.ofMoment());
        visit.expect(Question.CONTENT, Map.of());
        visit.expect(Question.PROGRAMME_CREDIT, Map.of());
        visit.expect(Question.EFFECTS, Effects.of(id, choices.basis()));
        for (Question ofModels : List.of(Question.IMPACTS, Question.RETURNS, Question.MATURITY)) {
            visit.expect(ofModels, Map.of());
        }
    }

    private String metric() {
        String chosen = visit.address().get("metric");
        if (!chosen.isEmpty() && !METRICS.contains(chosen)) {
            throw BadChoice.wrong(
                    "There is no metric '%s' here. There is %s"
                            .formatted(chosen, String.join(", ", METRICS)));
        }
        return chosen.isEmpty() ? METRICS.get(0) : chosen;
    }

    private List<Row> cohorts() {
        return visit.ask(Question.COHORTS, choices.ofCohorts(id))
                .where(row -> row.text("deal_type").equals(choices.deals()));
    }

    private static List<String> names(List<Row> cohorts) {
        return cohorts.stream().map(row -> row.text("cohort")).distinct().sorted().toList();
    }

    private void checkCohort() {
        String chosen = visit.address().get("cohort");
        List<String> names = names(known.orElse(List.of()));
        if (known.isPresent() && !chosen.isEmpty() && !names.contains(chosen)) {
            throw BadChoice.wrong(
                    "There is no cohort '%s'. There is %s"
                            .formatted(chosen, String.join(", ", names)));
        }
    }

    private String cohort() {
        return cohortOf(cohorts());
    }

    private String cohortOf(List<Row> cohorts) {
        String chosen = visit.address().get("cohort");
        return chosen.isEmpty() ? largest(cohorts) : chosen;
    }

    private static String largest(List<Row> cohorts) {
        return cohorts.stream()
                .filter(
                        row ->
                                row.text("side").equals("cohort")
                                        && row.text("period").equals("all"))
                .max(Comparator.comparingLong(row -> row.count("reps")))
                .map(row -> row.text("cohort"))
                .orElse("");
    }

    private String name() {
        return overview.text("name").isEmpty() ? id : overview.text("name");
    }

    private Page page() {
        Effects effects = new Effects(visit, id, choices.basis());
        Worth worth = new Worth(visit, id, choices.basis());
        Spread spread = new Spread(visit, id);
        CreditSections credit = new CreditSections(visit, id);
        Sections sections = visit.sections();
        sections.add(this::tiles);
        sections.add(effects::verdict);
        sections.add(() -> new CohortChart(visit, overview, cohorts(), cohort(), metric).chart());
        sections.add(effects::eventStudy);
        sections.add(this::cohortTable);
        sections.add(() -> spread.stageFunnel(cohort()));
        sections.add(spread::cycleDays);
        sections.add(spread::attainments);
        sections.add(credit::byModel);
        sections.add(() -> spread.stageTimes(cohort()));
        sections.add(this::leading);
        sections.add(this::definition);
        sections.add(credit::content);
        sections.add(effects::robustness);
        sections.add(effects::outcomes);
        sections.add(effects::feasibility);
        sections.add(effects::leadingToLagging);
        sections.add(worth::returns);
        sections.add(worth::levels);
        sections.add(worth::maturity);
        sections.add(this::definitions);
        return new Page(
                name(),
                "programmes",
                lead(),
                List.of(
                        metrics(),
                        cohortChoice(),
                        choices.teams(visit.viewer()),
                        choices.regions(),
                        choices.roles(),
                        choices.dealTypes(),
                        choices.bases(),
                        choices.asOf(visit.address())),
                List.of(
                        new Link(
                                "Programmes",
                                visit.address()
                                        .at("/programmes")
                                        .with("metric", "")
                                        .with("cohort", "")
                                        .toString())),
                sections.all());
    }

    private String lead() {
        String launch =
                overview.get("launch_at") == null
                        ? "Never launched"
                        : "Launched " + format.day(overview.text("launch_at"));
        return "%s · %s · judged by %s"
                .formatted(
                        launch,
                        overview.text("programme_type").isEmpty()
                                ? "no kind named"
                                : overview.text("programme_type"),
                        visit.glossary().of(judgedBy()).label().toLowerCase(format.locale()));
    }

    private String judgedBy() {
        return overview.text("outcome").isEmpty()
                ? overview.text("primary_metric")
                : overview.text("outcome");
    }

    private Choice metrics() {
        return new Choice(
                "metric",
                "Number",
                metric,
                METRICS.stream()
                        .map(each -> new Option(each, visit.glossary().of(each).label()))
                        .toList());
    }

    /** Which cohorts there are is known with their numbers. */
    private Choice cohortChoice() {
        return known.map(
                        rows ->
                                new Choice(
                                        "cohort",
                                        "Cohort",
                                        cohortOf(rows),
                                        names(rows).stream()
                                                .map(each -> new Option(each, format.month(each)))
                                                .toList()))
                .orElseGet(() -> Choice.pending("cohort", "Cohort", visit.address().get("cohort")));
    }

    private Tiles tiles() {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(
                new Tile(
                        "Effect",
                        "what the programme caused: the average of the group-time effects on its"
                                + " outcome, with the 95 % interval, and the verdict",
                        Impact.effect(visit, overview)));
        tiles.add(new Tile("ROI", "(gain - cost) / cost", Impact.roi(format, overview)));
        tiles.add(
                new Tile(
                        "Maturity",
                        "how well the programme is measured, 0 to 5",
                        Impact.maturity(overview)));
        Optional<Row> all = leading("all");
        all.ifPresent(
                row -> {
                    tiles.add(tile("enrolled", row));
                    tiles.add(tile("completion_rate", row));
                    tiles.add(tile("share_of_reps_using_content", row));
                });
        return new Tiles(tiles);
    }

    private Tile tile(String leadingMetric, Row row) {
        Glossary.Metric meaning = visit.glossary().of(leadingMetric);
        return new Tile(
                meaning.label(),
                meaning.hint(),
                visit.explained(row, leadingMetric, Group.programme(id), "all"));
    }

    private Optional<Row> leading(String period) {
        return visit.ask(Question.PROGRAMME_LEADING, choices.ofMoment()).stream()
                .filter(row -> row.text("programme_id").equals(id))
                .filter(row -> row.text("period").equals(period))
                .findFirst();
    }

    private Table cohortTable() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : cohorts()) {
            if (row.text("period_kind").equals("year")) {
                rows.add(cohortRow(row));
            }
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Cohort"));
        columns.add(Column.text("Year"));
        columns.add(Column.text("Who"));
        columns.add(visit.glossary().column("reps"));
        OF_COHORTS.forEach(each -> columns.add(visit.glossary().column(each)));
        return new Table(
                "cohorts",
                "Cohorts beside comparable reps",
                "A rep belongs to the cohort of the month of "
                        + (choices.basis().equals(Choices.ASSIGNED)
                                ? "the first enrolment"
                                : "the completion")
                        + "; all the rep's months count, before and after.",
                columns,
                rows,
                visit.address()
                        .at("/programmes/" + Address.encoded(id) + "/cohorts.csv")
                        .toString(),
                "Nobody is enrolled yet: cohorts begin with the first ENROLLED event of this"
                        + " programme.");
    }

    private List<Cell> cohortRow(Row row) {
        boolean controls = row.text("side").equals("controls");
        Group group =
                Group.cohort(id, choices.basis(), row.text("cohort"), choices.team(), controls)
                        .of(choices.role(), choices.region());
        boolean small = row.get("reps") != null && !visit.viewer().maySeeGroupOf(row.count("reps"));
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(format.month(row.text("cohort"))));
        cells.add(Cell.text(row.text("period")));
        cells.add(controls ? Cell.text("comparable reps").in("quiet") : Cell.text("cohort"));
        cells.add(small ? Cell.number("under 5").in("quiet") : visit.number(row, "reps"));
        for (String each : OF_COHORTS) {
            cells.add(
                    small
                            ? Cell.number(Format.NOTHING).in("quiet")
                            : visit.explained(row, each, group, row.text("period")));
        }
        return cells;
    }

    private Facts leading() {
        Optional<Row> all = leading("all");
        List<Fact> facts = new ArrayList<>();
        for (String each : LEADING) {
            all.ifPresent(
                    row ->
                            facts.add(
                                    new Fact(
                                            visit.glossary().of(each).label(),
                                            visit.explained(
                                                    row, each, Group.programme(id), "all"))));
        }
        return new Facts("Leading metrics, all time", facts, false);
    }

    private List<Row> allDefinitions() {
        return visit.ask(Question.DEFINITIONS).where(row -> row.text("programme_id").equals(id));
    }

    private Section definition() {
        List<Row> definitions = allDefinitions();
        if (definitions.isEmpty()) {
            return new Note(
                    "Definition",
                    List.of("The programme is not defined: send a DEFINED event."),
                    "warn");
        }
        Row row = definitions.get(0);
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(
                        "Registered",
                        Cell.text(format.moment(row.text("recorded_at")))
                                .with(row.text("source") + "/" + row.text("event_id"))));
        facts.add(new Fact("Owner", Cell.text(or(row.text("owner"), "nobody is named"))));
        facts.add(new Fact("Audience", Cell.text(audience(row))));
        facts.add(new Fact("Launch", Cell.text(format.day(row.text("launch_at")))));
        facts.add(
                new Fact("End of the payback", Cell.text(format.day(row.text("payback_end_at")))));
        facts.add(
                new Fact(
                        "Outcome fixed in advance",
                        Cell.text(or(row.text("primary_metric"), "none"))));
        facts.add(
                new Fact(
                        "Baseline",
                        Cell.text(
                                format.day(row.text("baseline_from"))
                                        + " to "
                                        + format.day(row.text("baseline_to")))));
        facts.add(new Fact("Who was assigned", Cell.text(or(row.text("assignment"), "not named"))));
        facts.add(
                new Fact(
                        "Cost",
                        Cell.text(
                                row.get("cost_minor") == null
                                        ? "not named"
                                        : format.count(row.count("cost_minor") / 100)
                                                + " "
                                                + row.text("currency"))));
        facts.add(new Fact("Content", Cell.text(or(words(row.list("content_ids")), "none"))));
        return new Facts("Definition as registered", facts, false);
    }

    private static String audience(Row row) {
        return or(words(row.list("audience_roles")), "all roles")
                + " in "
                + or(words(row.list("audience_regions")), "all regions");
    }

    private static String words(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    private Table definitions() {
        List<List<Cell>> rows = new ArrayList<>();
        List<Row> definitions = allDefinitions();
        for (int place = 1; place < definitions.size(); place++) {
            Row row = definitions.get(place);
            boolean late =
                    row.get("launch_at") != null
                            && row.text("recorded_at")
                                            .compareTo(definitions.get(0).text("launch_at"))
                                    > 0;
            rows.add(
                    List.of(
                            Cell.number(row.text("definition")),
                            Cell.text(format.moment(row.text("recorded_at")))
                                    .in(late ? "warn" : ""),
                            Cell.text(changes(definitions.get(place - 1), row)),
                            late
                                    ? Cell.badge("after the launch", "warn")
                                    : Cell.badge("before the launch", "good")));
        }
        return new Table(
                "edits",
                "Later edits",
                "A baseline or outcome that is edited after the launch makes the effect not"
                        + " provable.",
                List.of(
                        Column.number("Version", ""),
                        Column.text("Recorded"),
                        Column.text("What changed"),
                        Column.text("When")),
                rows,
                "",
                "None: the definition stands as it was registered.");
    }

    private static String changes(Row before, Row after) {
        List<String> changes = new ArrayList<>();
        for (String column :
                List.of(
                        "name",
                        "owner",
                        "audience_roles",
                        "audience_regions",
                        "launch_at",
                        "payback_end_at",
                        "cost_minor",
                        "primary_metric",
                        "baseline_from",
                        "baseline_to",
                        "assignment",
                        "course_ids",
                        "content_ids",
                        "half_life_days")) {
            if (!before.text(column).equals(after.text(column))) {
                changes.add(
                        "%s: %s → %s"
                                .formatted(
                                        column.replace('_', ' '),
                                        or(before.text(column), "none"),
                                        or(after.text(column), "none")));
            }
        }
        return changes.isEmpty() ? "nothing" : String.join("; ", changes);
    }
}
