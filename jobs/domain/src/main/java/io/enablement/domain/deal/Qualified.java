package io.enablement.domain.deal;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Moment;

/**
 * The first decision to work on a deal, whose deal it was then, and the last decision of any kind.
 */
public record Qualified(boolean known, Moment at, String owner, Qualification last) {

    static final Qualified NEVER = new Qualified(false, Moment.UNKNOWN, "", Qualification.NONE);

    Qualified orOwnedBy(String other) {
        return known && owner.isEmpty() ? new Qualified(known, at, other, last) : this;
    }

    Qualified after(DealEvent event, String owner) {
        if (known || event.qualification() != Qualification.WORK) {
            return new Qualified(known, at, this.owner, event.qualification());
        }
        return new Qualified(true, event.occurred(), owner, Qualification.WORK);
    }
}
