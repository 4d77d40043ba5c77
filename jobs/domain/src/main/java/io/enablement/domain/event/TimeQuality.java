package io.enablement.domain.event;

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
    UNKNOWN
}
