package io.enablement.impact.experiment;

import java.util.Optional;

/**
 * What one arm of an experiment shows: an estimate, and how much one unit adds to its uncertainty.
 *
 * @param units those that were assigned by chance, at least 2; their results are taken as
 *     independent. Where reps were assigned, a unit is a rep and not a deal
 * @param value a mean, a share or a ratio, in its own unit
 * @param unitVariance so that the variance of {@code value} is {@code unitVariance ÷ units}
 */
public record Arm(long units, double value, double unitVariance) {

    public Arm {
        if (units < 2) {
            throw new IllegalArgumentException("an arm of %d units has no spread".formatted(units));
        }
        Bounds.finite("the value of an arm", value);
        Bounds.notNegative("the variance of a unit", unitVariance);
    }

    /**
     * A share {@code p = k ÷ n} with the unit variance {@code p(1 − p)}; empty with fewer than two
     * trials.
     */
    public static Optional<Arm> ofTrials(long successes, long trials) {
        Sample sample = Sample.ofTrials(successes, trials);
        return trials < 2
                ? Optional.empty()
                : Optional.of(new Arm(trials, sample.mean(), sample.squaredDeviations() / trials));
    }

    /** Of {@code value}. */
    public double variance() {
        return unitVariance / units;
    }
}
