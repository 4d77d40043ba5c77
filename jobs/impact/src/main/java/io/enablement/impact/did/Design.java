package io.enablement.impact.did;

import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.TimeScale;
import java.util.Arrays;

/**
 * The units of a panel that are used, in the order of their cohorts, so that a group, and those who
 * have not started at a time, each stand side by side. A place is a unit in that order.
 */
final class Design {

    private final Panel panel;
    private final int[] units;
    private final int[] cohorts;
    private final double[][] outcomes;
    private final double[] weights;
    private final int[] clusters;
    private final int clusterCount;
    private final Regressors regressors;
    private final double magnitude;
    private final boolean constant;
    private final int incomplete;
    private final int treatedFromTheStart;

    private Design(Panel panel, UnitChoice choice) {
        this.panel = panel;
        this.units = choice.units();
        this.incomplete = choice.incomplete();
        this.treatedFromTheStart = choice.treatedFromTheStart();
        this.cohorts = Arrays.stream(units).map(unit -> panel.cohorts()[unit]).toArray();
        this.weights = Arrays.stream(units).mapToDouble(unit -> panel.weights()[unit]).toArray();
        this.clusters = Arrays.stream(units).map(unit -> panel.clusters()[unit]).toArray();
        this.clusterCount = renumber(clusters);
        this.outcomes = new double[panel.times().length][units.length];
        for (int period = 0; period < outcomes.length; period++) {
            for (int place = 0; place < units.length; place++) {
                outcomes[period][place] = panel.outcome(units[place], period);
            }
        }
        this.regressors = Regressors.of(panel, units);
        this.magnitude = greatestMagnitude();
        this.constant = hasOneOutcomeAlone();
    }

    static Design of(Panel panel, Estimation estimation) {
        return new Design(panel, UnitChoice.of(panel, estimation));
    }

    TimeScale scale() {
        return panel.scale();
    }

    /** The panel's number of the unit at each place. */
    int[] units() {
        return units;
    }

    int places() {
        return units.length;
    }

    int[] times() {
        return panel.times();
    }

    int lastTime() {
        return times()[times().length - 1];
    }

    /** Of a period, by place. */
    double[] outcomes(int period) {
        return outcomes[period];
    }

    double weight(int place) {
        return weights[place];
    }

    int cohort(int place) {
        return cohorts[place];
    }

    /** Numbered from 0 among the clusters of the units used. */
    int cluster(int place) {
        return clusters[place];
    }

    int clusterCount() {
        return clusterCount;
    }

    /** Clusters with a unit of a group. */
    int treatedClusters() {
        return (int) Arrays.stream(clusters, 0, firstAfter(lastTime())).distinct().count();
    }

    Regressors regressors() {
        return regressors;
    }

    int incomplete() {
        return incomplete;
    }

    int treatedFromTheStart() {
        return treatedFromTheStart;
    }

    /** The cohorts that start within the panel, ascending. */
    int[] groups() {
        return Arrays.stream(cohorts).distinct().filter(cohort -> cohort <= lastTime()).toArray();
    }

    /** The first place of those who start after that time, or never. */
    int firstAfter(long time) {
        int low = 0;
        int high = cohorts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cohorts[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Σ of the weights of a group. */
    double groupWeight(int group) {
        double sum = 0;
        for (int place = firstAfter(group - 1L); place < firstAfter(group); place++) {
            sum += weights[place];
        }
        return sum;
    }

    /** The greatest outcome without its sign; 0 where there is none. */
    double magnitude() {
        return magnitude;
    }

    /** Whether there are no two different outcomes. */
    boolean isConstant() {
        return constant;
    }

    private double greatestMagnitude() {
        double greatest = 0;
        for (double[] period : outcomes) {
            for (double outcome : period) {
                greatest = Math.abs(outcome) > greatest ? Math.abs(outcome) : greatest;
            }
        }
        return greatest;
    }

    private boolean hasOneOutcomeAlone() {
        return Arrays.stream(outcomes)
                        .flatMapToDouble(Arrays::stream)
                        .filter(outcome -> !Double.isNaN(outcome))
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
    }

    private static int renumber(int[] clusters) {
        int[] names = Arrays.stream(clusters).sorted().distinct().toArray();
        for (int place = 0; place < clusters.length; place++) {
            clusters[place] = Arrays.binarySearch(names, clusters[place]);
        }
        return names.length;
    }
}
