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

    /** The local calendar date; a moment known to the day carries its date already. */
    public LocalDate day(Moment moment) {
        ZoneId where = moment.quality() == TimeQuality.DAY ? ZoneOffset.UTC : zone;
        return instant(moment.micros()).atZone(where).toLocalDate();
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

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
