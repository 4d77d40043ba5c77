package io.enablement.domain.event;

import java.io.Serializable;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * How long state is kept that only late events need: until all sources have recorded things that
 * happened the horizon and 30 days later. What is recorded from then on is too late for it.
 */
public record Retention(int horizonMonths) implements Serializable {

    private static final Period GRACE = Period.ofDays(30);
    private static final long GRACE_MILLIS = TimeUnit.DAYS.toMillis(30);

    /** From when on what was last heard of at a time is kept no longer. */
    public long endMillis(long micros) {
        return BusinessCalendar.instant(micros)
                .atOffset(ZoneOffset.UTC)
                .plusMonths(horizonMonths)
                .plus(GRACE)
                .toInstant()
                .toEpochMilli();
    }

    /** What was last heard of before this time is kept no longer. */
    public long startMicros(long recordedMillis) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH,
                Instant.ofEpochMilli(recordedMillis)
                        .atOffset(ZoneOffset.UTC)
                        .minus(GRACE)
                        .minusMonths(horizonMonths)
                        .toInstant());
    }

    /** What is touched is kept for so long at least, however old it is. */
    public long graceMillis(long recordedMillis) {
        return recordedMillis + GRACE_MILLIS;
    }
}
