package io.enablement.impact.did;

import io.enablement.impact.panel.Panel;
import java.util.Arrays;

/** The outcomes of a panel's units that are used, and panels with others in their stead. */
final class Outcomes {

    private final Panel panel;
    private final int[] units;
    private final double[] sorted;

    private Outcomes(Panel panel, int[] units, double[] sorted) {
        this.panel = panel;
        this.units = units;
        this.sorted = sorted;
    }

    static Outcomes of(Panel panel, int[] units) {
        double[] known = new double[units.length * panel.times().length];
        int count = 0;
        for (int unit : units) {
            for (int period = 0; period < panel.times().length; period++) {
                double outcome = panel.outcome(unit, period);
                if (!Double.isNaN(outcome)) {
                    known[count++] = outcome;
                }
            }
        }
        double[] sorted = Arrays.copyOf(known, count);
        Arrays.parallelSort(sorted);
        return new Outcomes(panel, units, sorted);
    }

    /** Type 7, as everywhere; NaN without outcomes. */
    double quantile(double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    Panel cappedAt(double cap) {
        double[] capped = panel.outcomes().clone();
        for (int each = 0; each < capped.length; each++) {
            capped[each] = capped[each] > cap ? cap : capped[each];
        }
        return panel.withOutcomes(capped);
    }

    /** Each outcome's share of outcomes below it, and half of those like it. */
    Panel ranks() {
        double[] ranks = panel.outcomes().clone();
        for (int each = 0; each < ranks.length; each++) {
            if (!Double.isNaN(ranks[each])) {
                double places = first(ranks[each], false) + first(ranks[each], true);
                ranks[each] = places / (2.0 * sorted.length);
            }
        }
        return panel.withOutcomes(ranks);
    }

    /** Without the units of the greatest means. */
    Panel withoutTop(int count) {
        double[] means = unitMeans();
        double[] others = panel.outcomes().clone();
        for (int removed = 0; removed < Math.min(count, units.length); removed++) {
            int best = greatest(means);
            means[best] = Double.NEGATIVE_INFINITY;
            for (int period = 0; period < panel.times().length; period++) {
                others[period * panel.units().size() + units[best]] = Double.NaN;
            }
        }
        return panel.withOutcomes(others);
    }

    /** Of each unit used, over the periods in which it was observed. */
    double[] unitMeans() {
        double[] means = new double[units.length];
        for (int place = 0; place < units.length; place++) {
            int count = 0;
            for (int period = 0; period < panel.times().length; period++) {
                double outcome = panel.outcome(units[place], period);
                if (!Double.isNaN(outcome)) {
                    means[place] += outcome;
                    count++;
                }
            }
            means[place] /= count;
        }
        return means;
    }

    private static int greatest(double[] numbers) {
        int greatest = 0;
        for (int each = 1; each < numbers.length; each++) {
            greatest = numbers[each] > numbers[greatest] ? each : greatest;
        }
        return greatest;
    }

    /** How many outcomes lie below; or below it and like it. */
    private int first(double outcome, boolean after) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < outcome || after && sorted[middle] == outcome) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
