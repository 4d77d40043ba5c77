package io.enablement.cli.scorecard;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A metric as the glossary in ClickHouse explains it to people.
 *
 * @param id the column that holds it
 * @param label a short heading
 * @param nullMeans why it may be empty; {@code never} where it cannot
 */
public record Metric(String id, String label, String unit, String nullMeans) {

    private static final String NEVER = "never";

    public static Metric of(JsonNode row) {
        return new Metric(
                row.path("id").asText(),
                row.path("label").asText(),
                row.path("unit").asText(),
                row.path("null_means").asText());
    }

    boolean mayBeEmpty() {
        return !nullMeans.equals(NEVER);
    }
}
