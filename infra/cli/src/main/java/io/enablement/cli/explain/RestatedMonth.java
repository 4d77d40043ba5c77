package io.enablement.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A month of a rep or a cohort whose numbers have changed.
 *
 * @param rows one for each number and cause
 */
record RestatedMonth(List<JsonNode> rows) {

    private static final List<String> KEY =
            List.of(
                    "standing",
                    "result",
                    "rep_id",
                    "team",
                    "programme_id",
                    "basis",
                    "cohort",
                    "month");

    /** What is restated before what matures, the largest changes first. */
    static List<RestatedMonth> of(List<JsonNode> rows) {
        Map<List<String>, List<JsonNode>> months =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row ->
                                                KEY.stream()
                                                        .map(key -> row.path(key).asText())
                                                        .toList(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<RestatedMonth> restated = new ArrayList<>();
        months.values().forEach(month -> restated.add(new RestatedMonth(month)));
        restated.sort(
                Comparator.comparing((RestatedMonth month) -> !month.standing().equals("restated"))
                        .thenComparing(month -> month.size("money").negate())
                        .thenComparing(month -> month.size("count").negate()));
        return restated;
    }

    String standing() {
        return text("standing");
    }

    /** Whose month it is. */
    String title() {
        String month = text("month").substring(0, 7);
        if (text("result").equals("rep_month")) {
            String team = text("team").isEmpty() ? "" : " (" + text("team") + ")";
            return text("rep_id") + team + ", " + month;
        }
        return "cohort %s of %s (%s), %s"
                .formatted(text("cohort"), text("programme_id"), text("basis"), month);
    }

    /** One row for each number. */
    List<JsonNode> numbers() {
        return List.copyOf(
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        RestatedMonth::number,
                                        row -> row,
                                        (one, other) -> one,
                                        LinkedHashMap::new))
                        .values());
    }

    /** The rows of each event and subject, those that the source learned of last at the end. */
    List<List<JsonNode>> causes() {
        List<List<JsonNode>> causes =
                new ArrayList<>(
                        rows.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                row ->
                                                        List.of(
                                                                row.path("subject").asText(),
                                                                row.path("cause_rep").asText(),
                                                                row.path("source").asText(),
                                                                row.path("event_id").asText()),
                                                LinkedHashMap::new,
                                                Collectors.toList()))
                                .values());
        causes.sort(Comparator.comparing(cause -> cause.get(0).path("recorded_at").asText()));
        return causes;
    }

    private BigDecimal size(String unit) {
        return numbers().stream()
                .filter(row -> row.path("unit").asText().equals(unit))
                .map(row -> row.path("change").decimalValue().abs())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    private static String number(JsonNode row) {
        return row.path("part").asText() + " " + row.path("bucket").asText();
    }

    private String text(String field) {
        return rows.get(0).path(field).asText();
    }
}
