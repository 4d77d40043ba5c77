package io.enablement.domain.attribution;

import java.util.Locale;

/** By what kind of enablement a rep or a deal was touched. */
public enum TouchType {
    /** A use of content. */
    CONTENT,
    /** The first completion or pass of an attempt at a course. */
    TRAINING,
    /** A work assignment that was approved. */
    ASSIGNMENT,
    /** A coaching session. */
    COACHING,
    /** By none: what no touch led to. */
    UNATTRIBUTED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
