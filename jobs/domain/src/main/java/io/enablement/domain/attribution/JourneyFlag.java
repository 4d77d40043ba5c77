package io.enablement.domain.attribution;

import java.util.Locale;

/** What a reader of a journey must know; shown on its row. */
public enum JourneyFlag {
    /** Nobody knows when the deal was created or closed: no touch can count. */
    UNDATED,
    /** It has more touches than a journey may have: some of the middle are left out. */
    CAPPED,
    /** No event names an amount. */
    NO_AMOUNT,
    /** The rate file does not cover the currency or the day. */
    NO_RATE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
