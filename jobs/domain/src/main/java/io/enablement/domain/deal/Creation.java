package io.enablement.domain.deal;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Moment;

/** How a deal came into being: when, whose it was, for which customer, and what was expected. */
public record Creation(
        boolean known,
        Moment at,
        String owner,
        String accountId,
        String dealType,
        String pipeline,
        Price price) {

    /** No CREATED has arrived; it may still come. */
    static final Creation MISSING = new Creation(false, Moment.UNKNOWN, "", "", "", "", Price.NONE);

    static Creation of(DealEvent event) {
        return new Creation(
                true,
                event.occurred(),
                event.owner(),
                event.accountId(),
                event.dealType(),
                event.pipeline(),
                Price.NONE.after(event));
    }
}
