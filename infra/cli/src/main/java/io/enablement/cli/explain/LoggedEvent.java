package io.enablement.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An event as explanations name it: what, when, how late, and where it stands in the log. */
record LoggedEvent(JsonNode row) {

    private static final DateTimeFormatter CLICKHOUSE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS]", Locale.ROOT);

    boolean isKnown() {
        return !row.path("kind").asText("").isEmpty();
    }

    String kind() {
        return row.path("kind").asText();
    }

    /** Source and id. */
    String identity() {
        return row.path("source").asText() + "/" + row.path("event_id").asText();
    }

    /** To the minute, in UTC. */
    String occurredAt() {
        String time = row.path("occurred_at").asText();
        return time.length() < 16 ? "at no known time" : time.substring(0, 16);
    }

    /** How long after it had happened the source learned of it. */
    String lateness() {
        JsonNode occurred = row.path("occurred_at");
        JsonNode recorded = row.path("recorded_at");
        if (!occurred.isTextual() || !recorded.isTextual()) {
            return "";
        }
        Duration late = Duration.between(time(occurred), time(recorded));
        if (late.isNegative() || late.isZero()) {
            return "recorded at once";
        }
        return "recorded " + inWords(late) + " later";
    }

    /** One line: kind, time, identity, lateness, place. */
    String sentence() {
        if (!isKnown()) {
            return switch (row.path("family").asText()) {
                case "content" -> "many uses, listed below";
                case "" -> "its events as known then";
                default -> identity() + " (not in event_log)";
            };
        }
        return "%-18s %s  %s  %s  %s"
                .formatted(kind(), occurredAt(), identity(), lateness(), place());
    }

    /** Topic, partition and offset. */
    String place() {
        return row.path("topic").asText().isEmpty()
                ? ""
                : "%s %d@%d"
                        .formatted(
                                row.path("topic").asText(),
                                row.path("partition").asInt(),
                                row.path("offset").asLong());
    }

    static String inWords(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " days";
        }
        if (time.toHours() >= 2) {
            return time.toHours() + " h";
        }
        return Math.max(1, time.toMinutes()) + " min";
    }

    private static LocalDateTime time(JsonNode value) {
        return LocalDateTime.parse(value.asText(), CLICKHOUSE);
    }
}
