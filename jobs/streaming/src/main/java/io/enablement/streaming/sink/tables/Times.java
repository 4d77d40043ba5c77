package io.enablement.streaming.sink.tables;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.streaming.sink.RowBytes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Times as columns. */
final class Times {

    private static final long FIRST_MICROS = micros("1900-01-01T00:00:00Z");
    private static final long END_MICROS = micros("2300-01-01T00:00:00Z");

    private Times() {}

    /** Nullable(DateTime64(6)); what nobody knows is NULL. */
    static void write(RowBytes row, Moment moment) {
        row.optional(instant(moment), RowBytes::dateTime64);
    }

    /** Nullable(DateTime64(6)). */
    static void write(RowBytes row, Long micros) {
        row.nullable(
                micros == null ? null : BusinessCalendar.instant(micros), RowBytes::dateTime64);
    }

    /** Nullable(DateTime64(6)); NULL also for a time that the column cannot hold. */
    static void writeWhereHeld(RowBytes row, Long micros) {
        boolean held = micros != null && micros >= FIRST_MICROS && micros < END_MICROS;
        write(row, held ? micros : null);
    }

    /** Nullable(Date32): the local calendar date. */
    static void writeDay(RowBytes row, Moment moment, BusinessCalendar calendar) {
        Optional<LocalDate> day =
                moment.isKnown() ? Optional.of(calendar.day(moment)) : Optional.empty();
        row.optional(day, RowBytes::date32);
    }

    private static Optional<Instant> instant(Moment moment) {
        return moment.isKnown()
                ? Optional.of(BusinessCalendar.instant(moment.micros()))
                : Optional.empty();
    }

    private static long micros(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000;
    }
}
