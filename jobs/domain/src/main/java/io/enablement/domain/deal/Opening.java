package io.enablement.domain.deal;

import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Span;

/** A stretch of time in which a deal was open, and whose it was when it began. */
public record Opening(String owner, Span span) {

    static Opening at(Moment from, String owner) {
        return new Opening(owner, new Span(from, Moment.UNKNOWN));
    }

    Opening orOwnedBy(String other) {
        return owner.isEmpty() ? new Opening(other, span) : this;
    }

    Opening until(Moment to) {
        return new Opening(owner, new Span(span.from(), to));
    }
}
