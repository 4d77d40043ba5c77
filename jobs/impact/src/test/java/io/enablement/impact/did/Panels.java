package io.enablement.impact.did;

import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small panels. */
final class Panels {

    private Panels() {}

    /** Two periods, 0 and 1: the treated start at 1; outcomes are 0 before, and these after. */
    static Panel twoPeriods(double[] treated, double[] controls) {
        int units = treated.length + controls.length;
        double[] outcomes = new double[2 * units];
        int[] cohorts = new int[units];
        for (int unit = 0; unit < units; unit++) {
            boolean isTreated = unit < treated.length;
            outcomes[units + unit] = isTreated ? treated[unit] : controls[unit - treated.length];
            cohorts[unit] = isTreated ? 1 : Panel.NEVER;
        }
        return of(new int[] {0, 1}, outcomes, cohorts);
    }

    static Panel of(int[] times, double[] outcomes, int[] cohorts) {
        return Panel.of(TimeScale.NUMBER, names(cohorts.length), times, outcomes, cohorts);
    }

    static List<String> names(int units) {
        return IntStream.range(0, units).mapToObj(unit -> "rep-" + unit).toList();
    }

    static Panel withClusters(Panel panel, int... clusters) {
        return new Panel(
                panel.scale(),
                panel.units(),
                panel.times(),
                panel.outcomes(),
                panel.cohorts(),
                panel.weights(),
                clusters,
                panel.covariateNames(),
                panel.covariates());
    }

    static Panel withWeights(Panel panel, double... weights) {
        return new Panel(
                panel.scale(),
                panel.units(),
                panel.times(),
                panel.outcomes(),
                panel.cohorts(),
                weights,
                panel.clusters(),
                panel.covariateNames(),
                panel.covariates());
    }

    static Panel withCovariate(Panel panel, double... values) {
        return new Panel(
                panel.scale(),
                panel.units(),
                panel.times(),
                panel.outcomes(),
                panel.cohorts(),
                panel.weights(),
                panel.clusters(),
                List.of("x"),
                values);
    }

    /** Six periods, cohorts 2, 4 and never, outcomes at random. */
    static Panel random(Random random, int units) {
        double[] outcomes = random.doubles(6L * units, -5, 5).toArray();
        int[] cohorts = new int[units];
        for (int unit = 0; unit < units; unit++) {
            cohorts[unit] = unit % 3 == 0 ? 2 : unit % 3 == 1 ? 4 : Panel.NEVER;
        }
        return of(IntStream.range(0, 6).toArray(), outcomes, cohorts);
    }

    /** The same units in another order. */
    static Panel reordered(Panel panel, List<Integer> order) {
        int units = order.size();
        double[] outcomes = new double[panel.outcomes().length];
        int[] cohorts = new int[units];
        List<String> names = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            names.add(panel.units().get(order.get(unit)));
            cohorts[unit] = panel.cohorts()[order.get(unit)];
            for (int period = 0; period < panel.times().length; period++) {
                outcomes[period * units + unit] = panel.outcome(order.get(unit), period);
            }
        }
        return Panel.of(panel.scale(), names, panel.times(), outcomes, cohorts);
    }
}
