package io.enablement.domain.deal;

import io.enablement.domain.event.Moment;

/** The standing close of a deal: its outcome, when, and whose deal it was then. */
public record Closing(DealStatus outcome, Moment at, String owner, String lossReason) {

    static final Closing NONE = new Closing(DealStatus.OPEN, Moment.UNKNOWN, "", "");

    Closing orOwnedBy(String other) {
        return isClosed() && owner.isEmpty() ? new Closing(outcome, at, other, lossReason) : this;
    }

    public boolean isClosed() {
        return outcome != DealStatus.OPEN;
    }
}
