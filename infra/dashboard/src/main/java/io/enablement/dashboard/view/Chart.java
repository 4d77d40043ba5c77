package io.enablement.dashboard.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chart, and the same numbers as a table.
 *
 * @param note one sentence under the title; "" for none
 * @param hint what the number means, from the glossary
 * @param axis what the numbers count: %, a currency, days
 * @param labels along the horizontal axis
 * @param marks vertical lines at labels, with their names
 */
public record Chart(
        String id,
        String title,
        String note,
        String hint,
        String axis,
        List<String> labels,
        List<Series> series,
        Map<String, String> marks,
        boolean wide)
        implements Section {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * One line, bar or band.
     *
     * @param form line, bar, points or band; a band is bound by its values and highs
     * @param tone cohort, controls, quiet or ""
     * @param values null where nothing is known
     * @param highs of a band and of intervals around points; empty for none
     * @param texts the values for people
     */
    public record Series(
            String name,
            String form,
            String tone,
            List<Double> values,
            List<Double> lows,
            List<Double> highs,
            List<String> texts) {

        public static Series of(
                String name, String form, String tone, List<Double> values, List<String> texts) {
            return new Series(name, form, tone, values, List.of(), List.of(), texts);
        }
    }

    @Override
    public String kind() {
        return "chart";
    }

    /** For the script that draws it; texts in it stay texts, as the template escapes them. */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", title);
        json.put("axis", axis);
        json.put("labels", labels);
        json.put("series", series);
        json.put("marks", marks);
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A chart is no JSON", e);
        }
    }

    public boolean isEmpty() {
        return series.stream()
                .allMatch(each -> each.values().stream().allMatch(value -> value == null));
    }

    /** One row a label, one column a series. */
    public Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(""));
        series.forEach(each -> columns.add(Column.number(each.name(), "")));
        List<List<Cell>> rows = new ArrayList<>();
        for (int place = 0; place < labels.size(); place++) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(labels.get(place)));
            for (Series each : series) {
                row.add(Cell.number(each.texts().get(place)));
            }
            rows.add(row);
        }
        return new Table(id + "-table", title, "", columns, rows, "", "");
    }
}
