package io.enablement.domain.deal;

import java.util.Locale;

/**
 * What is odd about a deal as far as its events have arrived; shown on its row, never guessed away.
 */
public enum DealFlag {
    /** No CREATED has arrived. */
    NO_CREATED,
    CREATED_AGAIN,
    /** Closed before it was created: it has no cycle time. */
    CLOSED_BEFORE_CREATED,
    CLOSED_AGAIN,
    REOPENED_WHILE_OPEN,
    STAGE_WHILE_CLOSED,
    QUALIFIED_AFTER_CLOSE,
    /** The rate file does not cover its currency or day: kept out of money, not out of counts. */
    NO_RATE,
    /** The editable close date of the CRM is not the day of the close. */
    CLOSE_DATE_DIFFERS;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }
}
