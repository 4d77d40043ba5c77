package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.view.Column;

import java.util.Map;
import java.util.stream.Collectors;

/** What every number means, by its id. */
public record Glossary(Map<String, Metric> metrics) {

    /** A metric in the glossary's words. */
    public record Metric(
            String id,
            String label,
            String unit,
            String formula,
            String nullMeans,
            String remarks) {

        /** What is shown where the pointer or the focus rests on it. */
        public String hint() {
            return formula
                    + (nullMeans.equals("never") ? "" : ". “–”: " + nullMeans)
                    + (remarks.isEmpty() ? "" : ". " + remarks);
        }
    }

    static Glossary of(Rows rows) {
        return new Glossary(
                rows.stream()
                        .map(
                                row ->
                                        new Metric(
                                                row.text("id"),
                                                row.text("label"),
                                                row.text("unit"),
                                                row.text("formula"),
                                                row.text("null_means"),
                                                row.text("remarks")))
                        .collect(Collectors.toMap(Metric::id, metric -> metric)));
    }

    /** An outcome that nobody has defined stands for itself. */
    Metric of(String id) {
        return metrics.getOrDefault(id, new Metric(id, id, "", "", "never", ""));
    }

    Column column(String id) {
        Metric metric = of(id);
        return Column.number(metric.label(), metric.hint());
    }
}
