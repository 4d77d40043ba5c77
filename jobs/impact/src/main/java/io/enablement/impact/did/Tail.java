package io.enablement.impact.did;

import java.util.Arrays;

/** How much a few units weigh among all. */
public final class Tail {

    private static final double SHARE_IN_THE_TAIL = .1;
    private static final int FEWEST_IN_THE_TAIL = 10;

    private Tail() {}

    /**
     * Hill's estimator (1975) of α in P(X > x) ~ x^−α from the k greatest values, k ÷ Σ ln(x₍ᵢ₎ ÷
     * x₍ₖ₊₁₎), k a tenth of the values above 0 and at least 10. NaN with fewer than 20 values above
     * 0, and where the greatest are all alike.
     */
    public static double index(double[] values) {
        double[] positive = Arrays.stream(values).filter(value -> value > 0).sorted().toArray();
        if (positive.length < 2 * FEWEST_IN_THE_TAIL) {
            return Double.NaN;
        }
        int tail =
                Math.max(FEWEST_IN_THE_TAIL, (int) Math.ceil(SHARE_IN_THE_TAIL * positive.length));
        double threshold = positive[positive.length - tail - 1];
        double sum =
                Arrays.stream(positive, positive.length - tail, positive.length)
                        .map(value -> Math.log(value / threshold))
                        .sum();
        return sum == 0 ? Double.NaN : tail / sum;
    }

    /**
     * Σ of the greatest fifth of the values (rounded up) ÷ Σ of all. NaN without values, where one
     * is negative, or where all are 0.
     */
    public static double topFifthShare(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double sum = Arrays.stream(sorted).sum();
        if (sum == 0 || sorted[0] < 0) {
            return Double.NaN;
        }
        int top = (sorted.length + 4) / 5;
        return Arrays.stream(sorted, sorted.length - top, sorted.length).sum() / sum;
    }
}
