package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Chart;
import io.enablement.dashboard.view.Chart.Series;
import io.enablement.dashboard.view.Format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A number of a cohort by quarters, beside that of comparable reps. */
record CohortChart(Visit visit, Row programme, List<Row> rows, String cohort, String metric) {

    Chart chart() {
        Glossary.Metric meaning = visit.glossary().of(metric);
        List<String> periods =
                rows.stream()
                        .filter(row -> row.text("cohort").equals(cohort))
                        .filter(row -> row.text("period_kind").equals("quarter"))
                        .map(row -> row.text("period"))
                        .distinct()
                        .sorted()
                        .toList();
        Format format = visit.format();
        return new Chart(
                "cohort-chart",
                meaning.label()
                        + " of cohort "
                        + (cohort.isEmpty() ? Format.NOTHING : format.month(cohort)),
                "By quarter, beside comparable reps whom the programme has not reached yet.",
                meaning.hint(),
                format.axis(meaning.unit()),
                periods.stream().map(format::period).toList(),
                List.of(
                        series("Cohort", "cohort", periods, meaning.unit()),
                        series("Comparable reps", "controls", periods, meaning.unit())),
                marks(periods),
                true);
    }

    private Series series(String name, String side, List<String> periods, String unit) {
        List<Double> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String period : periods) {
            Optional<Row> row = row(side, period);
            Object value = row.map(each -> each.get(metric)).orElse(null);
            values.add(visit.format().plotted(value, unit));
            texts.add(visit.format().of(value, unit));
        }
        return Series.of(name, "line", side, values, texts);
    }

    private Optional<Row> row(String side, String period) {
        return rows.stream()
                .filter(each -> each.text("cohort").equals(cohort))
                .filter(
                        each ->
                                each.text("side").equals(side)
                                        && each.text("period").equals(period))
                .filter(
                        each ->
                                each.get("reps") == null
                                        || visit.viewer().maySeeGroupOf(each.count("reps")))
                .findFirst();
    }

    private Map<String, String> marks(List<String> periods) {
        Map<String, String> marks = new LinkedHashMap<>();
        mark(marks, periods, programme.text("launch_at"), "Launch");
        mark(marks, periods, cohort, "Cohort starts");
        mark(marks, periods, programme.text("payback_end_at"), "Payback ends");
        return marks;
    }

    /** The quarter in which a day lies; quarters start where the rows say that they do. */
    private void mark(Map<String, String> marks, List<String> periods, String day, String name) {
        if (day.length() < 7) {
            return;
        }
        String month = day.substring(0, 7);
        rows.stream()
                .filter(row -> row.text("period_kind").equals("quarter"))
                .filter(row -> row.text("period_start").substring(0, 7).compareTo(month) <= 0)
                .max(Comparator.comparing(row -> row.text("period_start")))
                .map(row -> row.text("period"))
                .filter(periods::contains)
                .map(visit.format()::period)
                .ifPresent(
                        label ->
                                marks.merge(
                                        label,
                                        name,
                                        (one, other) ->
                                                one + ", " + other.toLowerCase(Locale.ROOT)));
    }
}
