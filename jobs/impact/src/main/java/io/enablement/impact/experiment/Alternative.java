package io.enablement.impact.experiment;

/** Which differences would count as an effect. */
public enum Alternative {
    /** Any. */
    TWO_SIDED,
    /** Only a greater value of the treated. */
    GREATER,
    /** Only a lesser value of the treated. */
    LESSER
}
