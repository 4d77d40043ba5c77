package io.enablement.impact.experiment;

/** How many are in each arm, or have to be: deals or reps. */
public record Sizes(long treated, long control) {

    public long both() {
        return treated + control;
    }
}
