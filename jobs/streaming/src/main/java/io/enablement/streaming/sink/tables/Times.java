package io.enablement.streaming.sink.tables;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.streaming.sink.RowBytes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Times as columns. */
final class Times {

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
}
