package io.enablement.impact.panel;

import java.util.ArrayList;
import java.util.List;

/**
 * One outcome of units (reps) over periods (months), and when each unit started a programme. Its
 * arrays are large and not copied: whoever makes a panel leaves them alone afterwards.
 *
 * @param times the periods, ascending; whole numbers whose differences are event times
 * @param outcomes by period, then by unit: {@code outcomes[period × units + unit]}; NaN where a
 *     unit was not observed (not employed, on leave)
 * @param cohorts the first treated time of each unit, which need not be one of the periods; {@link
 *     #NEVER}
 * @param weights of each unit, above 0
 * @param clusters of each unit, numbered from 0; units of a cluster (team) may move together
 * @param covariateNames one for each covariate
 * @param covariates traits from before the programme, by unit, then by covariate
 */
public record Panel(
        TimeScale scale,
        List<String> units,
        int[] times,
        double[] outcomes,
        int[] cohorts,
        double[] weights,
        int[] clusters,
        List<String> covariateNames,
        double[] covariates) {

    /** The cohort of a unit that never starts. */
    public static final int NEVER = Integer.MAX_VALUE;

    /**
     * @throws IllegalArgumentException where parts do not fit together; the message lists all
     */
    public Panel {
        units = List.copyOf(units);
        covariateNames = List.copyOf(covariateNames);
        List<String> problems = new ArrayList<>();
        int count = units.size();
        check(times.length >= 2, "it has fewer than two periods", problems);
        check(ascend(times), "its periods do not ascend", problems);
        check(outcomes.length == count * times.length, "outcomes do not fill it", problems);
        check(cohorts.length == count, "not every unit has a cohort", problems);
        check(weights.length == count, "not every unit has a weight", problems);
        check(clusters.length == count, "not every unit has a cluster", problems);
        check(
                covariates.length == count * covariateNames.size(),
                "not every unit has its covariates",
                problems);
        check(noneInfinite(outcomes), "an outcome is infinite", problems);
        check(allFinite(covariates), "a covariate is missing or infinite", problems);
        check(allPositive(weights), "a weight is not above 0", problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("the panel: " + String.join("; ", problems));
        }
    }

    /** Units that weigh the same, are clusters of their own, and have no covariates. */
    public static Panel of(
            TimeScale scale, List<String> units, int[] times, double[] outcomes, int[] cohorts) {
        double[] weights = new double[units.size()];
        int[] clusters = new int[units.size()];
        for (int unit = 0; unit < weights.length; unit++) {
            weights[unit] = 1;
            clusters[unit] = unit;
        }
        return new Panel(
                scale,
                units,
                times,
                outcomes,
                cohorts,
                weights,
                clusters,
                List.of(),
                new double[0]);
    }

    /** NaN where the unit was not observed. */
    public double outcome(int unit, int period) {
        return outcomes[period * units.size() + unit];
    }

    /** The same panel of other outcomes, in the same layout. */
    public Panel withOutcomes(double[] others) {
        return new Panel(
                scale,
                units,
                times,
                others,
                cohorts,
                weights,
                clusters,
                covariateNames,
                covariates);
    }

    /** The same panel with other starts. */
    public Panel withCohorts(int[] others) {
        return new Panel(
                scale,
                units,
                times,
                outcomes,
                others,
                weights,
                clusters,
                covariateNames,
                covariates);
    }

    private static void check(boolean right, String problem, List<String> problems) {
        if (!right) {
            problems.add(problem);
        }
    }

    private static boolean ascend(int[] times) {
        for (int period = 1; period < times.length; period++) {
            if (times[period] <= times[period - 1]) {
                return false;
            }
        }
        return true;
    }

    private static boolean noneInfinite(double[] numbers) {
        for (double number : numbers) {
            if (Double.isInfinite(number)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allPositive(double[] numbers) {
        for (double number : numbers) {
            if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
                return false;
            }
        }
        return true;
    }
}
