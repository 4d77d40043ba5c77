package io.enablement.domain.deal;

import io.enablement.domain.event.DealEvent;

/** The amount of a deal in minor units of its currency; unknown until an event names one. */
public record Price(boolean known, long amountMinor, String currency) {

    public static final Price NONE = new Price(false, 0, "");

    Price after(DealEvent event) {
        return event.amountMinor() == null
                ? this
                : new Price(true, event.amountMinor(), event.currency());
    }
}
