package io.enablement.cli.generations;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One generation of results.
 *
 * @param state active, kept (it was active), rebuilt, written (not to its end yet), empty (nothing
 *     of it is published), dropped
 * @param checkpoint the last published one; 0 for none
 */
public record Generation(
        long number,
        String state,
        String activated,
        long checkpoint,
        String occurredUntil,
        long records,
        long results,
        long ledgerEntries,
        String note) {

    static Generation of(JsonNode row) {
        return new Generation(
                row.path("generation").asLong(),
                row.path("state").asText(),
                text(row, "activated_at"),
                row.path("checkpoint").asLong(),
                text(row, "occurred_until"),
                row.path("records").asLong(),
                row.path("results").asLong(),
                row.path("ledger_entries").asLong(),
                row.path("note").asText());
    }

    public boolean isActive() {
        return state.equals("active");
    }

    public boolean isDropped() {
        return state.equals("dropped");
    }

    /** Its rebuild has begun and not come to its end. */
    public boolean isHalfRebuilt() {
        return state.equals("written") || state.equals("empty");
    }

    private static String text(JsonNode row, String column) {
        return row.path(column).isNull() ? "" : row.path(column).asText();
    }
}
