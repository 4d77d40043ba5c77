package io.enablement.impact.experiment;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is kept of the values of some units: how many there are, their mean, and the sum of their
 * squared deviations from it. Samples add up in any order, by the formulas of Chan, Golub and
 * LeVeque (1983), "Algorithms for Computing the Sample Variance", The American Statistician 37,
 * which lose no digits where the mean is great and the spread small.
 *
 * @param mean in the unit of the values; 0 without units
 * @param squaredDeviations in that unit squared, not negative
 */
public record Sample(long units, double mean, double squaredDeviations) {

    public static final Sample NONE = new Sample(0, 0, 0);

    /** How far rounding may have pushed a sum of squares below the least it can be. */
    private static final double ROUNDING = 1e-9;

    public Sample {
        Bounds.notNegative("the number of units", units);
        Bounds.finite("the mean", mean);
        Bounds.notNegative("the sum of squared deviations", squaredDeviations);
    }

    public static Sample of(double... values) {
        Sample sample = NONE;
        for (double value : values) {
            sample = sample.plus(value);
        }
        return sample;
    }

    /**
     * From {@code n}, {@code Σx} and {@code Σx²}: deviations {@code Σx² − (Σx)² ÷ n}. Where the
     * mean is some million times the standard deviation, that difference keeps no digit: then add
     * up values instead.
     *
     * @throws IllegalArgumentException where no values have these sums
     */
    public static Sample ofSums(long units, double sum, double sumOfSquares) {
        Bounds.finite("the sum", sum);
        Bounds.notNegative("the sum of squares", sumOfSquares);
        if (units <= 0) {
            if (units < 0 || sum != 0 || sumOfSquares != 0) {
                throw new IllegalArgumentException(
                        "%d units cannot have the sum %s and the sum of squares %s"
                                .formatted(units, sum, sumOfSquares));
            }
            return NONE;
        }
        double mean = sum / units;
        double deviations = sumOfSquares - sum * mean;
        if (deviations < -ROUNDING * sumOfSquares) {
            throw new IllegalArgumentException(
                    "the sum of squares %s is below sum² ÷ n = %s"
                            .formatted(sumOfSquares, sum * mean));
        }
        return new Sample(units, mean, Math.max(0, deviations));
    }

    /** {@code successes} times 1 and otherwise 0: deviations {@code k(n − k) ÷ n}. */
    public static Sample ofTrials(long successes, long trials) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "there cannot be %d successes in %d trials".formatted(successes, trials));
        }
        if (trials == 0) {
            return NONE;
        }
        double share = (double) successes / trials;
        return new Sample(trials, share, successes * (1 - share));
    }

    public Sample plus(double value) {
        return plus(new Sample(1, value, 0));
    }

    public Sample plus(Sample other) {
        long all = units + other.units;
        if (all == 0) {
            return NONE;
        }
        double apart = other.mean - mean;
        double share = (double) other.units / all;
        return new Sample(
                all,
                mean + apart * share,
                squaredDeviations + other.squaredDeviations + apart * apart * units * share);
    }

    /** {@code Σ(x − mean)² ÷ (n − 1)}; empty with fewer than two units. */
    public OptionalDouble variance() {
        return units < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(squaredDeviations / (units - 1));
    }

    /** The mean as an arm's result; empty with fewer than two units, which show no spread. */
    public Optional<Arm> arm() {
        return units < 2
                ? Optional.empty()
                : Optional.of(new Arm(units, mean, variance().orElseThrow()));
    }
}
