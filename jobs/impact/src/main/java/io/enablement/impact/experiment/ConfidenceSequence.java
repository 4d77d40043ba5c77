package io.enablement.impact.experiment;

import io.enablement.domain.metric.Interval;

/**
 * Intervals that may be looked at as often as one likes, and all hold together with the stated
 * confidence, so that an experiment can stop when its interval leaves 0. The asymptotic confidence
 * sequences of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2024), "Time-uniform central limit
 * theory and asymptotic confidence sequences", Annals of Statistics 52, theorem 2.2: like the
 * central limit theorem they need some tens of units in each arm at the first look.
 *
 * @param level such as .95, between 0 and 1
 * @param tightestAt the number of units, both arms together, at which the interval is to be as
 *     narrow as it can: where the experiment is planned to end. Fixed before the first look
 */
public record ConfidenceSequence(double level, double tightestAt) {

    public ConfidenceSequence {
        Bounds.between("the level", level, 0, 1);
        Bounds.positive("the number of units to be tightest at", tightestAt);
    }

    /**
     * {@code estimate ± σ √(2(nρ² + 1) ÷ (nρ)² · ln(√(nρ² + 1) ÷ α))} with {@code α = 1 − level},
     * {@code n} units and {@code σ² = n · standardError²}.
     */
    public Interval interval(Difference difference) {
        double spread = spread(difference);
        double reach =
                difference.standardError()
                        * Math.sqrt(
                                2 * spread / (spread - 1) * Math.log(Math.sqrt(spread) / alpha()));
        return new Interval(difference.estimate() - reach, difference.estimate() + reach);
    }

    /**
     * The same intervals as a number from 0 to 1 that is below {@code 1 − level} where the interval
     * excludes 0: {@code min(1, √(nρ² + 1) · exp(−nρ²z² ÷ 2(nρ² + 1)))} with {@code z = estimate ÷
     * standardError}. The least of all looks so far is as valid as each.
     */
    public double pValue(Difference difference) {
        double spread = spread(difference);
        double z = difference.estimate() / difference.standardError();
        return Math.min(1, Math.sqrt(spread) * Math.exp(-z * z * (spread - 1) / (2 * spread)));
    }

    /** {@code nρ² + 1} with {@code ρ² = (ln(1 − 2 ln α) − 2 ln α) ÷ tightestAt}. */
    private double spread(Difference difference) {
        double likelihood = -2 * Math.log(alpha());
        return difference.units() * (likelihood + Math.log1p(likelihood)) / tightestAt + 1;
    }

    private double alpha() {
        return 1 - level;
    }
}
