package io.enablement.domain.rep;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Span;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A stretch of a rep's employment in which nothing changed. It starts at an unknown moment where it
 * held always, and ends at an unknown one while it goes on.
 */
public record Tenure(
        String repId, Span span, RepLabel label, String manager, Employment employment) {

    /** Whether the rep works. */
    public enum Employment {
        EMPLOYED,
        ON_LEAVE,
        LEFT;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The tenure holds at that moment; unknown moments are held by none but what held always. */
    boolean holdsAt(Moment moment) {
        return span.from().compareTo(moment) <= 0
                && (!span.to().isKnown() || moment.compareTo(span.to()) < 0);
    }

    /** The tenure holds on a part of these days, the last one left out. */
    boolean holdsWithin(LocalDate first, LocalDate end, BusinessCalendar calendar) {
        return (!span.from().isKnown() || calendar.day(span.from()).isBefore(end))
                && (!span.to().isKnown() || calendar.day(span.to()).isAfter(first));
    }

    /** How many of these days it holds, the last one left out; a day belongs to what ends it. */
    int daysWithin(LocalDate first, LocalDate end, BusinessCalendar calendar) {
        long from = first.toEpochDay();
        long to = end.toEpochDay();
        if (span.from().isKnown()) {
            from = Math.max(from, calendar.day(span.from()).toEpochDay());
        }
        if (span.to().isKnown()) {
            to = Math.min(to, calendar.day(span.to()).toEpochDay());
        }
        return (int) Math.max(0, to - from);
    }

    Tenure until(Moment end) {
        return new Tenure(repId, new Span(span.from(), end), label, manager, employment);
    }
}
