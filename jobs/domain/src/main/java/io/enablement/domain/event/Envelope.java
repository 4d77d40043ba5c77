package io.enablement.domain.event;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * What every event carries besides its content: identity, both clocks, and where it stands in the
 * log. The place in the log is not part of what the event says and does not count in {@link
 * #equals}.
 */
public record Envelope(
        String source,
        String id,
        long occurredAtMicros,
        long recordedAtMicros,
        TimeQuality quality,
        int partition,
        long offset) {

    /** By the time of happening, then of recording; unknown times first. */
    static final Comparator<Envelope> BY_CLOCKS =
            Comparator.comparingLong(Envelope::rank).thenComparingLong(Envelope::recordedAtMicros);

    /** By identity within one aggregate. */
    static final Comparator<Envelope> BY_IDENTITY =
            Comparator.comparing(Envelope::source).thenComparing(Envelope::id);

    private static final long EARLIEST_MICROS = 0; // 1970-01-01
    private static final long LATEST_MICROS = 4_102_444_800_000_000L; // 2100-01-01

    public Moment occurred() {
        return quality == TimeQuality.UNKNOWN
                ? Moment.UNKNOWN
                : new Moment(occurredAtMicros, quality);
    }

    /** As {@link Moment#compareTo} ranks the time of happening. */
    private long rank() {
        return quality == TimeQuality.UNKNOWN ? Long.MIN_VALUE : occurredAtMicros;
    }

    public boolean sameIdentity(Envelope other) {
        return id.equals(other.id) && source.equals(other.source);
    }

    /** What is wrong with the envelope by itself; empty where nothing is. */
    Optional<String> problem() {
        if (source.isBlank()) {
            return Optional.of("source is empty");
        }
        if (id.isBlank()) {
            return Optional.of("id is empty");
        }
        if (outOfRange(occurredAtMicros)) {
            return Optional.of("occurred_at is not between 1970 and 2100");
        }
        if (occurred().isKnown() && occurredAtMicros < Moment.MICROS_PER_DAY) {
            return Optional.of("occurred_at is 1970-01-01, which stands for an unknown time");
        }
        if (quality == TimeQuality.DAY && occurredAtMicros % Moment.MICROS_PER_DAY != 0) {
            return Optional.of("occurred_at is known to the day but is not midnight UTC of it");
        }
        if (outOfRange(recordedAtMicros)) {
            return Optional.of("recorded_at is not between 1970 and 2100");
        }
        return Optional.empty();
    }

    static boolean outOfRange(long micros) {
        return micros < EARLIEST_MICROS || micros >= LATEST_MICROS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Envelope that
                && sameIdentity(that)
                && occurredAtMicros == that.occurredAtMicros
                && recordedAtMicros == that.recordedAtMicros
                && quality == that.quality;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, id, occurredAtMicros, recordedAtMicros, quality);
    }
}
