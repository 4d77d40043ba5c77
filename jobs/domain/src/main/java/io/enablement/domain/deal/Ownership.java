package io.enablement.domain.deal;

import io.enablement.domain.event.Moment;

/** Whose a deal is from a moment on; unknown is that of what sorts before everything. */
public record Ownership(String owner, Moment from) {

    Ownership orOwnedBy(String other) {
        return owner.isEmpty() ? new Ownership(other, from) : this;
    }
}
