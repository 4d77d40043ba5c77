package io.enablement.impact.did;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Wald's test of the cells before the start; of their averages where there are too many. */
final class PreTrendTest {

    /** More cells could show nothing with so few clusters, or have nothing in common. */
    private static final int CLUSTERS_PER_CELL = 4;

    private static final int MOST_CELLS = 200;

    private final Design design;
    private final Estimation estimation;

    PreTrendTest(Design design, Estimation estimation) {
        this.design = design;
        this.estimation = estimation;
    }

    PreTrend of(List<FittedCell> cells) {
        List<FittedCell> before = cells.stream().filter(this::isBefore).toList();
        if (before.isEmpty()) {
            return PreTrend.untested("no effect before the start can be estimated");
        }
        if (isFew(before.size())) {
            return test(
                    "cells", before.stream().map(each -> Effect.of(design, each.fit())).toList());
        }
        Collection<List<FittedCell>> byEventTime = byEventTime(before);
        if (!isFew(byEventTime.size())) {
            return PreTrend.untested(
                    "%d clusters are too few to test %d event times before the start"
                            .formatted(design.clusterCount(), byEventTime.size()));
        }
        Averages averages = new Averages(design);
        return test("event times", byEventTime.parallelStream().map(averages::bySize).toList());
    }

    /** Anticipation is no drift. */
    private boolean isBefore(FittedCell each) {
        return each.cell().eventTime() < -estimation.anticipation()
                && each.cell().estimate().hasInterval();
    }

    private boolean isFew(int tested) {
        return tested <= MOST_CELLS && CLUSTERS_PER_CELL * tested <= design.clusterCount();
    }

    private PreTrend test(String over, List<Effect> effects) {
        double[][] sums =
                effects.stream().map(each -> each.byCluster(design)).toArray(double[][]::new);
        double[][] covariances = new double[sums.length][sums.length];
        IntStream.range(0, sums.length).parallel().forEach(row -> fillRow(covariances, sums, row));
        WaldTest test =
                WaldTest.of(effects.stream().mapToDouble(Effect::value).toArray(), covariances);
        return new PreTrend(
                over, test.statistic(), test.degrees(), test.p(design.clusterCount()), "");
    }

    private static void fillRow(double[][] covariances, double[][] sums, int row) {
        for (int column = 0; column <= row; column++) {
            covariances[row][column] = product(sums[row], sums[column]);
            covariances[column][row] = covariances[row][column];
        }
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int cluster = 0; cluster < left.length; cluster++) {
            sum += left[cluster] * right[cluster];
        }
        return sum;
    }

    private static Collection<List<FittedCell>> byEventTime(List<FittedCell> cells) {
        TreeMap<Integer, List<FittedCell>> sorted = new TreeMap<>();
        for (FittedCell each : cells) {
            sorted.computeIfAbsent(each.cell().eventTime(), time -> new ArrayList<>()).add(each);
        }
        return sorted.values();
    }
}
