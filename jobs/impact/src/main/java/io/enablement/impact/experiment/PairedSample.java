package io.enablement.impact.experiment;

import java.util.Optional;

/**
 * What is kept of two values of each unit, as {@link Sample} of one: counts, means, and the sums of
 * squared deviations and of their products.
 */
public record PairedSample(
        long units,
        double meanX,
        double meanY,
        double deviationsXx,
        double deviationsYy,
        double deviationsXy) {

    public static final PairedSample NONE = new PairedSample(0, 0, 0, 0, 0, 0);

    public PairedSample {
        Bounds.notNegative("the number of units", units);
        Bounds.finite("the mean of x", meanX);
        Bounds.finite("the mean of y", meanY);
        Bounds.notNegative("the squared deviations of x", deviationsXx);
        Bounds.notNegative("the squared deviations of y", deviationsYy);
        Bounds.finite("the products of deviations", deviationsXy);
    }

    /**
     * @param x of each unit
     * @param y of the same units in the same order
     */
    public static PairedSample of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "there are %d values of x and %d of y".formatted(x.length, y.length));
        }
        PairedSample sample = NONE;
        for (int unit = 0; unit < x.length; unit++) {
            sample = sample.plus(x[unit], y[unit]);
        }
        return sample;
    }

    /** Units with different {@code y} that share one {@code x}. */
    static PairedSample at(double x, Sample y) {
        return new PairedSample(y.units(), x, y.mean(), 0, y.squaredDeviations(), 0);
    }

    public PairedSample plus(double x, double y) {
        return plus(new PairedSample(1, x, y, 0, 0, 0));
    }

    public PairedSample plus(PairedSample other) {
        long all = units + other.units;
        if (all == 0) {
            return NONE;
        }
        double apartX = other.meanX - meanX;
        double apartY = other.meanY - meanY;
        double share = (double) other.units / all;
        double weight = units * share;
        return new PairedSample(
                all,
                meanX + apartX * share,
                meanY + apartY * share,
                deviationsXx + other.deviationsXx + apartX * apartX * weight,
                deviationsYy + other.deviationsYy + apartY * apartY * weight,
                deviationsXy + other.deviationsXy + apartX * apartY * weight);
    }

    public Sample x() {
        return new Sample(units, meanX, deviationsXx);
    }

    public Sample y() {
        return new Sample(units, meanY, deviationsYy);
    }

    /**
     * The ratio of sums {@code r = Σy ÷ Σx} as an arm's result, such as deals won ÷ deals closed
     * where reps were assigned: not the mean of the reps' own rates. By the delta method the
     * variance of a unit is {@code (s²y − 2 r sxy + r² s²x) ÷ x̄²} (Deng, Knoblich and Lu 2018,
     * "Applying the Delta Method in Metric Analytics"). It needs some tens of units; empty with
     * fewer than two, or where {@code Σx} is not above 0.
     */
    public Optional<Arm> ratio() {
        if (units < 2 || meanX <= 0) {
            return Optional.empty();
        }
        double ratio = meanY / meanX;
        double deviations = deviationsYy - 2 * ratio * deviationsXy + ratio * ratio * deviationsXx;
        double unitVariance = Math.max(0, deviations) / (units - 1) / (meanX * meanX);
        return Optional.of(new Arm(units, ratio, unitVariance));
    }
}
