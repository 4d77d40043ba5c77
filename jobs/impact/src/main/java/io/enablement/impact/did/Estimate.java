package io.enablement.impact.did;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An estimated effect with its standard error and interval.
 *
 * @param value in units of the outcome; NaN where it cannot be estimated
 * @param error standard error √(mean ψ² ÷ n); NaN where it is unknown, though the value may be
 *     known: nothing varies
 * @param low lower end of the interval value ± z × error; NaN where the error is
 */
public record Estimate(double value, double error, double low, double high) {

    /** Nothing can be said. */
    public static final Estimate UNKNOWN =
            new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * @param level of the interval, between 0 and 1
     */
    static Estimate of(double value, double error, double level) {
        double reach = NORMAL.inverseCumulativeProbability((1 + level) / 2) * error;
        return new Estimate(value, error, value - reach, value + reach);
    }

    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    public boolean hasInterval() {
        return !Double.isNaN(low);
    }

    /** Whether the interval leaves 0 out; false where there is none. */
    public boolean isSignificant() {
        return low > 0 || high < 0;
    }

    /** Two-sided, of no effect: 2 × (1 − Φ(|value ÷ error|)); NaN where the error is. */
    public double p() {
        return Double.isNaN(error)
                ? Double.NaN
                : 2 * NORMAL.survivalProbability(Math.abs(value / error));
    }
}
