package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Chart;
import io.enablement.dashboard.view.Chart.Series;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** How results spread: over stages, days and reps. */
final class Spread {

    private final Visit visit;
    private final Choices choices;
    private final Format format;
    private final String programme;

    Spread(Visit visit, String programme) {
        this.visit = visit;
        this.choices = visit.choices();
        this.format = visit.format();
        this.programme = programme;
    }

    /** Stages are those of all of a cohort's reps. */
    static Map<String, String> ofStages(String programme, Choices choices) {
        return Map.of("programme", programme, "basis", choices.basis(), "deals", choices.deals());
    }

    private List<Row> stages(String cohort) {
        return visit.ask(Question.STAGES, ofStages(programme, choices))
                .where(row -> row.text("cohort").equals(cohort));
    }

    private static Set<String> names(List<Row> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.text("stage")));
        return names;
    }

    private static Optional<Row> row(List<Row> rows, String side, String stage) {
        return rows.stream()
                .filter(row -> row.text("side").equals(side) && row.text("stage").equals(stage))
                .findFirst();
    }

    Chart stageFunnel(String cohort) {
        List<Row> rows = stages(cohort);
        List<String> names = List.copyOf(names(rows));
        List<Series> series = new ArrayList<>();
        for (String side : List.of("cohort", "controls")) {
            List<Double> values = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (String stage : names) {
                Object value =
                        row(rows, side, stage).map(row -> row.get("stage_conversion")).orElse(null);
                values.add(format.plotted(value, "share"));
                texts.add(format.share(value));
            }
            series.add(Series.of(sideName(side), "bar", side, values, texts));
        }
        Glossary.Metric meaning = visit.glossary().of("stage_conversion");
        return new Chart(
                "funnel",
                "Stage conversion",
                "Of the deals that entered a stage, those that went further or were won; all time,"
                        + " known now.",
                meaning.hint(),
                "%",
                names,
                series,
                Map.of(),
                false);
    }

    Table stageTimes(String cohort) {
        List<Row> rows = stages(cohort);
        List<List<Cell>> cells = new ArrayList<>();
        for (String stage : names(rows)) {
            List<Cell> line = new ArrayList<>();
            line.add(Cell.text(stage));
            for (String metric :
                    List.of(
                            "stage_entered",
                            "stage_days_latest_median",
                            "stage_days_cumulative_median")) {
                for (String side : List.of("cohort", "controls")) {
                    line.add(
                            row(rows, side, stage)
                                    .map(row -> stageNumber(row, metric, cohort))
                                    .orElse(Cell.number(Format.NOTHING)));
                }
            }
            cells.add(line);
        }
        return new Table(
                "stages",
                "Stages of the cohort's deals",
                "All time, known now.",
                List.of(
                        Column.text("Stage"),
                        Column.number("Entered", visit.glossary().of("stage_entered").hint()),
                        Column.number("comparable", ""),
                        Column.number(
                                "Days, last stay",
                                visit.glossary().of("stage_days_latest_median").hint()),
                        Column.number("comparable", ""),
                        Column.number(
                                "Days, all stays",
                                visit.glossary().of("stage_days_cumulative_median").hint()),
                        Column.number("comparable", "")),
                cells,
                "",
                "No deal of the cohort has entered a stage yet.");
    }

    private Cell stageNumber(Row row, String metric, String cohort) {
        Group group =
                Group.cohort(
                        programme,
                        choices.basis(),
                        cohort,
                        "",
                        row.text("side").equals("controls"));
        Cell cell = visit.number(row, metric);
        return row.get(metric) == null
                ? cell
                : cell.to(
                        visit.explain(metric, group, "all")
                                + "&stage="
                                + Address.encoded(row.text("stage")));
    }

    Chart cycleDays() {
        List<String> labels =
                IntStream.rangeClosed(0, 26)
                        .mapToObj(week -> week == 26 ? "26+" : Integer.toString(week))
                        .toList();
        return new Chart(
                "cycle",
                "Weeks from creation to the win",
                "Share of won deals, after the start.",
                visit.glossary().of("cycle_days_won_median").hint(),
                "%",
                labels,
                shares("cycle", 27),
                Map.of(),
                false);
    }

    Chart attainments() {
        List<String> labels =
                IntStream.rangeClosed(0, 10)
                        .mapToObj(
                                fifth ->
                                        fifth == 10
                                                ? "200 %+"
                                                : "%d–%d %%".formatted(fifth * 20, fifth * 20 + 20))
                        .toList();
        return new Chart(
                "attainment",
                "Attainment of the reps",
                "Share of reps with a quota, after the start.",
                visit.glossary().of("quota_attainment").hint(),
                "%",
                labels,
                shares("attainment", 11),
                Map.of(),
                false);
    }

    private List<Series> shares(String of, int places) {
        Rows rows = visit.ask(Question.SPREAD, choices.ofReps(programme));
        List<Series> series = new ArrayList<>();
        for (String side : List.of("cohort", "controls")) {
            long[] counts = new long[places];
            rows.stream()
                    .filter(row -> row.text("programme_id").equals(programme))
                    .filter(row -> row.text("basis").equals(choices.basis()))
                    .filter(row -> row.text("side").equals(side) && row.text("of").equals(of))
                    .forEach(
                            row ->
                                    counts[
                                                    (int)
                                                            Math.max(
                                                                    0,
                                                                    Math.min(
                                                                            places - 1,
                                                                            row.count("place")))] +=
                                            row.count("count"));
            long all = Arrays.stream(counts).sum();
            List<Double> values = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (long each : counts) {
                boolean shown = all > 0 && visit.viewer().maySeeGroupOf(all);
                Double share = shown ? (double) each / all : null;
                values.add(format.plotted(share, "share"));
                texts.add(format.share(share));
            }
            series.add(Series.of(sideName(side), "bar", side, values, texts));
        }
        return series;
    }

    static String sideName(String side) {
        return side.equals("cohort") ? "Cohort" : "Comparable reps";
    }
}
