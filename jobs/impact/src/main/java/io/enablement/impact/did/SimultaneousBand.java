package io.enablement.impact.did;

import io.enablement.impact.Draw;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The multiplier bootstrap of Callaway and Sant'Anna (2021, algorithm 1): each draw gives every
 * cluster a sign at random (Rademacher multipliers, which keep the variance and the fourth moment;
 * Davidson and Flachaire 2008) and looks at the greatest |Σ sign × Φ| ÷ error of all effects. The
 * quantile of these at the level is the critical value: the bands value ± critical × error hold all
 * effects at once. Errors are the analytic ones.
 */
final class SimultaneousBand {

    private static final int ROWS = Long.SIZE;
    private static final int DRAWS_AT_ONCE = 32;

    private final double[][] rows;
    private final int effects;
    private final long seed;

    private SimultaneousBand(double[][] rows, int effects, long seed) {
        this.rows = rows;
        this.effects = effects;
        this.seed = seed;
    }

    /**
     * Not below that of one interval, which is a band of one; NaN without draws, and where no
     * effect has an error. The same seed gives the same value.
     */
    static double criticalValue(
            Design design, Estimation estimation, List<Effect> effects, List<Estimate> estimates) {
        int[] kept =
                IntStream.range(0, effects.size())
                        .filter(each -> estimates.get(each).hasInterval())
                        .toArray();
        if (kept.length == 0 || estimation.draws() == 0) {
            return Double.NaN;
        }
        double[][] rows = new double[design.clusterCount()][kept.length];
        for (int column = 0; column < kept.length; column++) {
            double[] sums = effects.get(kept[column]).byCluster(design);
            for (int cluster = 0; cluster < sums.length; cluster++) {
                rows[cluster][column] = sums[cluster] / estimates.get(kept[column]).error();
            }
        }
        double ofOne =
                NormalDistribution.of(0, 1)
                        .inverseCumulativeProbability((1 + estimation.level()) / 2);
        SimultaneousBand band = new SimultaneousBand(rows, kept.length, estimation.seed());
        return Math.max(ofOne, band.quantile(estimation.draws(), estimation.level()));
    }

    private double quantile(int draws, double level) {
        double[] greatest = new double[draws];
        IntStream.rangeClosed(0, (draws - 1) / DRAWS_AT_ONCE)
                .parallel()
                .forEach(batch -> draw(batch * DRAWS_AT_ONCE, greatest));
        Arrays.sort(greatest);
        return greatest[Math.min(draws - 1, (int) Math.ceil(level * (draws + 1)) - 1)];
    }

    /** Some draws together, so that rows are read from memory once. */
    private void draw(int from, double[] greatest) {
        int count = Math.min(DRAWS_AT_ONCE, greatest.length - from);
        double[][] sums = new double[count][effects];
        SplittableRandom[] randoms = new SplittableRandom[count];
        for (int draw = 0; draw < count; draw++) {
            randoms[draw] = Draw.random(seed, from + draw + 1);
        }
        for (int first = 0; first < rows.length; first += ROWS) {
            for (int draw = 0; draw < count; draw++) {
                addSigned(first, randoms[draw].nextLong(), sums[draw]);
            }
        }
        for (int draw = 0; draw < count; draw++) {
            for (double sum : sums[draw]) {
                greatest[from + draw] = Math.max(greatest[from + draw], Math.abs(sum));
            }
        }
    }

    /** One random bit for each of the next rows. */
    private void addSigned(int first, long signs, double[] sums) {
        int end = Math.min(rows.length, first + ROWS);
        for (int row = first; row < end; row++) {
            double sign = ((signs >>> (row - first)) & 1) == 0 ? 1 : -1;
            double[] numbers = rows[row];
            for (int column = 0; column < sums.length; column++) {
                sums[column] += sign * numbers[column];
            }
        }
    }
}
