package io.enablement.domain.rep;

import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Span;
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

    Tenure until(Moment end) {
        return new Tenure(repId, new Span(span.from(), end), label, manager, employment);
    }
}
