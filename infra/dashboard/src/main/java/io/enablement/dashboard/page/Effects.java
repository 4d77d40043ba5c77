package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Chart;
import io.enablement.dashboard.view.Chart.Series;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Note;
import io.enablement.dashboard.view.Section;
import io.enablement.dashboard.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the estimator found out about a programme. */
final class Effects {

    private final Visit visit;
    private final Format format;
    private final String programme;
    private final String basis;

    Effects(Visit visit, String programme, String basis) {
        this.visit = visit;
        this.format = visit.format();
        this.programme = programme;
        this.basis = basis;
    }

    static Map<String, String> of(String programme, String basis) {
        return Map.of("programme", programme, "basis", basis);
    }

    private List<Row> effects() {
        return visit.ask(Question.EFFECTS, of(programme, basis)).all();
    }

    private List<Row> impacts() {
        return visit.ask(Question.IMPACTS)
                .where(
                        row ->
                                row.text("programme_id").equals(programme)
                                        && row.text("basis").equals(basis));
    }

    /** That of the outcome by which the programme is judged. */
    private Optional<Row> leading() {
        return impacts().stream().filter(row -> row.is("leads")).findFirst();
    }

    Note verdict() {
        Optional<Row> leading = leading();
        if (leading.isEmpty()) {
            return new Note("Verdict", List.of(Impact.NOT_EVALUATED), "quiet");
        }
        Row row = leading.get();
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(row));
        row.list("reasons").forEach(reason -> sentences.add("Why: " + reason + "."));
        row.list("edits").forEach(edit -> sentences.add("Edited after the launch: " + edit + "."));
        sentences.add(
                "%s reps of %s teams beside %s of %s teams, %s to %s, %s panel, errors by %s, run %s at checkpoint %s."
                        .formatted(
                                format.count(row.get("reps_treated")),
                                format.count(row.get("teams_treated")),
                                format.count(row.get("reps_control")),
                                format.count(row.get("teams_control")),
                                format.month(row.text("first_month")),
                                format.month(row.text("last_month")),
                                row.text("panel"),
                                row.text("clusters"),
                                format.count(row.get("run")),
                                format.count(row.get("checkpoint"))));
        return new Note("Verdict", sentences, Impact.tone(row.text("verdict")));
    }

    private String sentence(Row row) {
        String outcome = visit.glossary().of(row.text("outcome")).label();
        String effect =
                row.get("estimate") == null
                        ? ""
                        : ": %s, 95 %% interval %s to %s"
                                .formatted(
                                        size(row, "estimate"), size(row, "low"), size(row, "high"));
        return switch (row.text("verdict")) {
            case "effect" ->
                    "The programme %s %s%s."
                            .formatted(
                                    row.number("estimate") < 0 ? "lowered" : "raised",
                                    outcome.toLowerCase(format.locale()),
                                    effect);
            case "no_effect_within_mde" ->
                    "No effect on %s of a size that this sample would show%s."
                            .formatted(outcome.toLowerCase(format.locale()), effect);
            default ->
                    "An effect on %s is not provable%s."
                            .formatted(outcome.toLowerCase(format.locale()), effect);
        };
    }

    private String unit() {
        return leading().map(row -> visit.glossary().of(row.text("outcome")).unit()).orElse("");
    }

    private String size(Row row, String column) {
        return Impact.size(
                format, row.number(column), visit.glossary().of(row.text("outcome")).unit());
    }

    private List<Row> part(String part) {
        String outcome = leading().map(row -> row.text("outcome")).orElse("");
        return effects().stream()
                .filter(row -> row.text("part").equals(part))
                .filter(row -> row.text("outcome").equals(outcome) || row.text("outcome").isEmpty())
                .toList();
    }

    /** Months since the start, with the band that covers all of them together. */
    Section eventStudy() {
        List<Row> rows = part("event");
        if (rows.isEmpty()) {
            return new Note(
                    "Effect by months since the start", List.of(Impact.NOT_EVALUATED), "quiet");
        }
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> lows = new ArrayList<>();
        List<Double> highs = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> bands = new ArrayList<>();
        for (Row row : rows) {
            labels.add(row.text("event_time"));
            values.add(plotted(row, "estimate"));
            lows.add(plotted(row, "band_low"));
            highs.add(plotted(row, "band_high"));
            texts.add(Impact.size(format, row.number("estimate"), unit()));
            bands.add(
                    Impact.size(format, row.number("band_low"), unit())
                            + " to "
                            + Impact.size(format, row.number("band_high"), unit()));
        }
        String preTrend =
                leading()
                        .filter(row -> row.get("p_pre_trend") != null)
                        .map(
                                row ->
                                        " Pre-trend: p = %s%s."
                                                .formatted(
                                                        format.decimal(row.get("p_pre_trend"), 3),
                                                        row.number("p_pre_trend") < 0.05
                                                                ? ", the groups differed before the"
                                                                        + " start"
                                                                : ", no sign that the groups"
                                                                        + " differed before"))
                        .orElse("");
        return new Chart(
                "event-study",
                "Effect by months since the start",
                "The band covers all months together with 95 %." + preTrend,
                "group-time average effects after Callaway and Sant'Anna, by months since a"
                        + " cohort's start",
                unit().equals("share") ? "pp" : format.axis(unit()),
                labels,
                List.of(
                        new Series("95 % band", "band", "cohort", lows, List.of(), highs, bands),
                        Series.of("Effect", "points", "cohort", values, texts)),
                Map.of("0", "Start"),
                true);
    }

    private Double plotted(Row row, String column) {
        return format.plotted(row.get(column), unit());
    }

    Table robustness() {
        List<List<Cell>> rows = new ArrayList<>();
        for (String part : List.of("simple", "robustness", "experiment")) {
            for (Row row : part(part)) {
                rows.add(
                        List.of(
                                Cell.text(
                                        row.text("name").isEmpty()
                                                ? "as reported"
                                                : row.text("name").replace('_', ' ')),
                                Cell.number(Impact.size(format, row.number("estimate"), unit())),
                                Cell.number(Impact.size(format, row.number("low"), unit())),
                                Cell.number(Impact.size(format, row.number("high"), unit())),
                                Cell.number(format.decimal(row.get("p_value"), 3)),
                                Cell.text(row.text("reason"))));
            }
        }
        return new Table(
                "robustness",
                "Robustness",
                "The same effect when something is done otherwise.",
                List.of(
                        Column.text("How"),
                        Column.number("Effect", ""),
                        Impact.LOW,
                        Impact.HIGH,
                        Column.number("p", ""),
                        Column.text("Why not")),
                rows,
                "",
                Impact.NOT_EVALUATED);
    }

    Table outcomes() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : impacts()) {
            rows.add(
                    List.of(
                            Cell.text(visit.glossary().of(row.text("outcome")).label())
                                    .with(row.text("registration")),
                            Cell.number(size(row, "estimate")),
                            Cell.number(size(row, "low")),
                            Cell.number(size(row, "high")),
                            Cell.number(
                                    format.decimal(
                                            row.get("p_holm") == null
                                                    ? row.get("p_value")
                                                    : row.get("p_holm"),
                                            3)),
                            Cell.badge(
                                            Impact.words(
                                                    row.text("verdict"), row.number("estimate")),
                                            Impact.tone(row.text("verdict")))
                                    .with(Impact.first(row.list("reasons")))));
        }
        return new Table(
                "outcomes",
                "All outcomes",
                "Only the registered outcome decides; the others explore, and their p-values are"
                        + " adjusted after Holm.",
                List.of(
                        Column.text("Outcome"),
                        Column.number("Effect", ""),
                        Impact.LOW,
                        Impact.HIGH,
                        Column.number("p", "adjusted after Holm where exploratory"),
                        Column.text("Verdict")),
                rows,
                "",
                Impact.NOT_EVALUATED);
    }

    Table feasibility() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row :
                visit.ask(Question.FORECASTS)
                        .where(each -> each.text("programme_id").equals(programme))) {
            rows.add(
                    List.of(
                            Cell.text(format.day(row.text("as_of"))),
                            Cell.text(visit.glossary().of(row.text("outcome")).label()),
                            Cell.number(size(row, "expected_effect")),
                            Cell.number(size(row, "mde")),
                            Cell.number(format.count(row.get("reps"))),
                            Cell.number(format.count(row.get("months")))));
        }
        String mde =
                leading()
                        .filter(row -> row.get("mde") != null)
                        .map(
                                row ->
                                        "This sample would show an effect of %s with 80 %%."
                                                .formatted(size(row, "mde")))
                        .orElse(
                                "What was expected before the start, and whether it could be found"
                                        + " at all.");
        return new Table(
                "feasibility",
                "Feasibility",
                mde,
                List.of(
                        Column.text("Said"),
                        Column.text("Outcome"),
                        Column.number("Expected", "effect expected before the start"),
                        Column.number(
                                "Smallest found",
                                "effect that would be found with a probability of 80 %"),
                        Column.number("Reps", ""),
                        Column.number(
                                "Months", "after which the expected effect is found with 80 %")),
                rows,
                "",
                "Nothing was forecast before the start. Record what you expect: infra/enablement"
                        + " feasible --record.");
    }

    Table leadingToLagging() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row :
                visit.ask(Question.LEADING_TO_LAGGING)
                        .where(each -> each.text("programme_id").equals(programme))) {
            rows.add(
                    List.of(
                            Cell.text(visit.glossary().of(row.text("leading")).label()),
                            Cell.text(visit.glossary().of(row.text("lagging")).label()),
                            Cell.number(format.count(row.get("lag_months"))),
                            Cell.number(format.decimal(row.get("correlation"), 2)),
                            Cell.number(format.decimal(row.get("skill"), 2)),
                            Cell.number(format.count(row.get("pairs")))));
        }
        return new Table(
                "leading-to-lagging",
                "What leads to what",
                "What reps did, beside what they sold one median cycle later. It travels together;"
                        + " it is no proof of cause.",
                List.of(
                        Column.text("Leading"),
                        Column.text("Lagging"),
                        Column.number("Months later", ""),
                        Column.number("Correlation", ""),
                        Column.number(
                                "Skill", "1 perfect, 0 no better than the mean, below 0 worse"),
                        Column.number("Rep-months", "")),
                rows,
                "",
                Impact.NOT_EVALUATED);
    }
}
