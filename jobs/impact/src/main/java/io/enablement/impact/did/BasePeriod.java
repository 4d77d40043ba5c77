package io.enablement.impact.did;

/** With which period the periods before the start are compared; those after it have one choice. */
public enum BasePeriod {
    /** The period just before each: short steps, as in Callaway and Sant'Anna's own test. */
    VARYING,
    /** The last period before the start, as for the periods after it: one line through all. */
    UNIVERSAL
}
