package io.enablement.dashboard.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What was published last when somebody looked.
 *
 * @param generation of the results that are shown
 * @param checkpoint of the job of the numbers; 0 before its first publication
 * @param edition changes whenever any number may have changed: results, credits, archive, models
 * @param publishedAt null before the first publication
 * @param occurredUntil null where nothing has happened yet
 */
public record Publication(
        long generation,
        long checkpoint,
        String edition,
        Instant publishedAt,
        Instant occurredUntil) {

    /** Results are published every few seconds while the job runs. */
    static final Duration FRESH = Duration.ofMinutes(1);

    private static final DateTimeFormatter CLICKHOUSE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS]", Locale.ROOT);

    static final Publication NONE = new Publication(1, 0, "", null, null);

    static Publication of(Rows.Row row) {
        return new Publication(
                row.count("generation"),
                row.count("checkpoint"),
                row.text("edition"),
                instant(row.text("published_at")).orElse(null),
                instant(row.text("occurred_until")).orElse(null));
    }

    /** ClickHouse writes times in UTC; empty for "". */
    public static Optional<Instant> instant(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(text, CLICKHOUSE).toInstant(ZoneOffset.UTC));
    }

    public boolean isThere() {
        return publishedAt != null;
    }

    public Duration age(Instant now) {
        return isThere() ? Duration.between(publishedAt, now) : Duration.ZERO;
    }

    public boolean isStale(Instant now) {
        return isThere() && age(now).compareTo(FRESH) > 0;
    }

    /** Whether it is that one, or no more than so much older and of its generation. */
    boolean isNearly(Publication later, Duration older) {
        return isOf(later)
                || generation == later.generation
                        && isThere()
                        && later.isThere()
                        && Duration.between(publishedAt, later.publishedAt).compareTo(older) <= 0;
    }

    boolean isOf(Publication other) {
        return generation == other.generation && edition.equals(other.edition);
    }
}
