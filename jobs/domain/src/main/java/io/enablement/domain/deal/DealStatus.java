package io.enablement.domain.deal;

import java.util.Locale;

/**
 * Where a deal stands. Dropped deals are neither won nor lost; deleted and merged ones count
 * nowhere.
 */
public enum DealStatus {
    OPEN,
    WON,
    LOST,
    DROPPED,
    DELETED,
    MERGED;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }
}
