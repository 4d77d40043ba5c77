package io.enablement.impact.leading;

import io.enablement.impact.experiment.PairedSample;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How well one number said another one that came later, over the pairs of all months, and how well
 * it would have been predicted month by month from what was known before.
 *
 * <p>Predictions: for each month the line of least squares through all pairs of earlier months says
 * the later number of this month's; from the first month on before which the leading number varied
 * over at least {@value #FEWEST_PAIRS} pairs.
 */
public final class Foresight {

    /** Fewer pairs draw no line. */
    static final int FEWEST_PAIRS = 10;

    private static final double Z95 =
            NormalDistribution.of(0, 1).inverseCumulativeProbability(.975);

    private PairedSample before = PairedSample.NONE;
    private PairedSample month = PairedSample.NONE;
    private long predicted;
    private double squaredErrors;
    private double squaredErrorsOfMean;

    /** A pair of the current month. */
    public void add(double leading, double lagging) {
        if (isPredictable()) {
            double slope = slope(before);
            double error = lagging - (before.meanY() + slope * (leading - before.meanX()));
            double errorOfMean = lagging - before.meanY();
            predicted++;
            squaredErrors += error * error;
            squaredErrorsOfMean += errorOfMean * errorOfMean;
        }
        month = month.plus(leading, lagging);
    }

    /** The month is over: its pairs are known to the next one. */
    public void nextMonth() {
        before = before.plus(month);
        month = PairedSample.NONE;
    }

    public long pairs() {
        return all().units();
    }

    /** Pearson's {@code Σxy ÷ √(Σx² Σy²)} of deviations, −1 to 1; NaN where either never varies. */
    public double correlation() {
        PairedSample all = all();
        double variation = all.deviationsXx() * all.deviationsYy();
        return variation > 0
                ? Math.max(-1, Math.min(1, all.deviationsXy() / Math.sqrt(variation)))
                : Double.NaN;
    }

    /**
     * Lower end of the 95 % interval of the correlation, {@code tanh(artanh r ∓ z ÷ √(n − 3))}
     * (Fisher 1921); NaN with fewer than four pairs or a correlation of exactly ±1.
     */
    public double correlationLow() {
        return fisher(-1);
    }

    /** Upper end, likewise. */
    public double correlationHigh() {
        return fisher(1);
    }

    /** Of the line through all pairs, in lagging units for one leading unit; NaN likewise. */
    public double slope() {
        return all().deviationsXx() > 0 ? slope(all()) : Double.NaN;
    }

    /** Pairs that were predicted from earlier months alone. */
    public long predicted() {
        return predicted;
    }

    /** Root mean squared error of the predictions; NaN without any. */
    public double meanError() {
        return predicted == 0 ? Double.NaN : Math.sqrt(squaredErrors / predicted);
    }

    /**
     * {@code 1 − Σ error² ÷ Σ error of the earlier mean²}: 1 perfect, 0 no better than the mean,
     * below 0 worse; NaN without predictions, or where the mean made no error.
     */
    public double skill() {
        return squaredErrorsOfMean > 0 ? 1 - squaredErrors / squaredErrorsOfMean : Double.NaN;
    }

    private PairedSample all() {
        return before.plus(month);
    }

    private boolean isPredictable() {
        return before.units() >= FEWEST_PAIRS && before.deviationsXx() > 0;
    }

    private double fisher(int side) {
        double r = correlation();
        if (pairs() < 4 || !(Math.abs(r) < 1)) {
            return Double.NaN;
        }
        double z = Math.log((1 + r) / (1 - r)) / 2 + side * Z95 / Math.sqrt(pairs() - 3.0);
        return Math.tanh(z);
    }

    private static double slope(PairedSample sample) {
        return sample.deviationsXy() / sample.deviationsXx();
    }
}
