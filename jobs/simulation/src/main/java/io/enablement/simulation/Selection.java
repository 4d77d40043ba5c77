package io.enablement.simulation;

/** How it is decided who gets into a programme. */
public enum Selection {
    /** By lot among those who could take part. */
    LOT("random"),
    /** A manager sends the whole team; the teams follow one after another. */
    TEAMS("manager"),
    /** A manager sends everybody who is hired. */
    NEW_HIRES("manager"),
    /** Who is good already likes to enrol. */
    BETTER_REPS("self"),
    /** Who had a bad time enrols when it is just over. */
    AFTER_A_DIP("self");

    private final String assignment;

    Selection(String assignment) {
        this.assignment = assignment;
    }

    /** As the definition of the programme states it. */
    String assignment() {
        return assignment;
    }
}
