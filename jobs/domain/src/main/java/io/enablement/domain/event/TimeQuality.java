package io.enablement.domain.event;

import java.util.Locale;

/** How well the time of an event is known. */
public enum TimeQuality {
    /** The moment itself. */
    OCCURRED,
    /** The moment at which the source wrote it down stands in for it. */
    RECORDED,
    /** Derived from something else. */
    INFERRED,
    /** Known to the day: the moment is midnight UTC of that calendar date. */
    DAY,
    /** Not known: sorts before everything and counts in no period. */
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }
}
