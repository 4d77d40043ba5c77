package io.enablement.bench.report;

import java.util.Arrays;
import java.util.Collection;

/** Many single times of one run, of which the slow ones matter. */
public final class Quantiles {

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * @throws IllegalArgumentException where there is none
     */
    public static Quantiles of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /**
     * The least value that a share of all values does not exceed (nearest rank): it was measured,
     * and is never one between two.
     *
     * @param share above 0, at most 1
     */
    public double at(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(share + " is no share above 0, at most 1");
        }
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    public int count() {
        return sorted.length;
    }
}
