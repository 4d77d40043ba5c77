package io.enablement.impact.experiment;

/**
 * One arm's outcomes with what the same units showed before the start.
 *
 * @param known x is the value before the start, y the outcome
 * @param unknown outcomes of units without a value before the start, such as new reps
 */
public record PrePeriodArm(PairedSample known, Sample unknown) {

    public static final PrePeriodArm NONE = new PrePeriodArm(PairedSample.NONE, Sample.NONE);

    public PrePeriodArm plus(double before, double outcome) {
        return new PrePeriodArm(known.plus(before, outcome), unknown);
    }

    /** A unit without a value before the start. */
    public PrePeriodArm plus(double outcome) {
        return new PrePeriodArm(known, unknown.plus(outcome));
    }

    public PrePeriodArm plus(PrePeriodArm other) {
        return new PrePeriodArm(known.plus(other.known), unknown.plus(other.unknown));
    }

    PairedSample filledWith(double before) {
        return known.plus(PairedSample.at(before, unknown));
    }
}
