package io.enablement.simulation;

import java.util.Collection;

/**
 * A difference of two means per deal, and its standard error where the deals of one rep are alike.
 */
record Estimate(double difference, double standardError) {

    /** What one rep adds: the number of deals, and the sum of what was measured on them. */
    record Sum(long deals, double total) {

        static final Sum NONE = new Sum(0, 0);

        Sum plus(double measured) {
            return new Sum(deals + 1, total + measured);
        }
    }

    static Estimate of(Collection<Sum> treated, Collection<Sum> controls) {
        return new Estimate(
                mean(treated) - mean(controls),
                Math.sqrt(squaredError(treated) + squaredError(controls)));
    }

    boolean isWithinThreeErrorsOf(double truth) {
        return Math.abs(difference - truth) <= 3 * standardError;
    }

    private static double mean(Collection<Sum> arm) {
        return arm.stream().mapToDouble(Sum::total).sum() / deals(arm);
    }

    private static double squaredError(Collection<Sum> arm) {
        double mean = mean(arm);
        double squares =
                arm.stream().mapToDouble(sum -> Math.pow(sum.total - mean * sum.deals, 2)).sum();
        return squares / Math.pow(deals(arm), 2);
    }

    private static long deals(Collection<Sum> arm) {
        return arm.stream().mapToLong(Sum::deals).sum();
    }
}
