package io.enablement.domain.event;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The company's time zone and the month (1 to 12) in which its fiscal years start. */
public record BusinessCalendar(ZoneId zone, int fiscalYearStart) implements Serializable {

    public static final BusinessCalendar DEFAULT = new BusinessCalendar(ZoneOffset.UTC, 1);

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long SECONDS_PER_DAY = 86_400;

    /** The local calendar date; a moment known to the day carries its date already. */
    public LocalDate day(Moment moment) {
        return LocalDate.ofEpochDay(epochDay(moment));
    }

    /** The same as days since 1970. */
    long epochDay(Moment moment) {
        long seconds = Math.floorDiv(moment.micros(), MICROS_PER_SECOND);
        int offset = moment.quality() == TimeQuality.DAY ? 0 : offsetSeconds(seconds);
        return Math.floorDiv(seconds + offset, SECONDS_PER_DAY);
    }

    public Month month(Moment moment) {
        return Month.of(day(moment));
    }

    /** The moment itself, or the local midnight of one that is known only to the day. */
    public Moment startOf(Moment moment) {
        return moment.quality() == TimeQuality.DAY ? startOf(day(moment)) : moment;
    }

    /** Midnight of a local calendar date. */
    public Moment startOf(LocalDate day) {
        return Moment.of(
                ChronoUnit.MICROS.between(Instant.EPOCH, day.atStartOfDay(zone).toInstant()));
    }

    private int offsetSeconds(long seconds) {
        return zone instanceof ZoneOffset fixed
                ? fixed.getTotalSeconds()
                : zone.getRules().getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
