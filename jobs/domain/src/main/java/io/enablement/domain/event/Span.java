package io.enablement.domain.event;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** The time between two moments; it has no length where either is unknown or they are reversed. */
public record Span(Moment from, Moment to) {

    /** Whether it has a length; where either end is known only to the day, the dates decide. */
    public boolean isMeasurable(BusinessCalendar calendar) {
        if (!from.isKnown() || !to.isKnown()) {
            return false;
        }
        return isByDay() ? wholeDays(calendar) >= 0 : to.compareTo(from) >= 0;
    }

    /** Whole days: the difference of the local calendar dates. */
    public OptionalInt days(BusinessCalendar calendar) {
        return isMeasurable(calendar)
                ? OptionalInt.of(Math.max(0, wholeDays(calendar))) // clocks put back over midnight
                : OptionalInt.empty();
    }

    /** Elapsed microseconds; whole days where either end is known only to the day. */
    public OptionalLong micros(BusinessCalendar calendar) {
        if (!isMeasurable(calendar)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                isByDay()
                        ? wholeDays(calendar) * Moment.MICROS_PER_DAY
                        : to.micros() - from.micros());
    }

    private int wholeDays(BusinessCalendar calendar) {
        return Math.toIntExact(calendar.epochDay(to) - calendar.epochDay(from));
    }

    private boolean isByDay() {
        return from.quality() == TimeQuality.DAY || to.quality() == TimeQuality.DAY;
    }
}
