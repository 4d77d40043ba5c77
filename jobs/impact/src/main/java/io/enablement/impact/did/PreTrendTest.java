package io.enablement.impact.did;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Wald's test of the cells before the start. Where clusters are too few for so many cells, one
 * number is tested instead: how far the level of all earlier times, averaged over all groups, lay
 * from that of the base period. A dip in the base period, which would look like an effect
 * afterwards, is not lost among noise then.
 */
final class PreTrendTest {

    private static final int CLUSTERS_PER_CELL = 3;
    private static final int MOST_CELLS = 200;
    private static final int FEWEST_CLUSTERS = 3;

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
        int clusters = Samples.smallerArm(design, estimation, before);
        if (CLUSTERS_PER_CELL * before.size() <= clusters && before.size() <= MOST_CELLS) {
            List<Effect> effects =
                    before.stream().map(each -> Effect.of(design, each.fit())).toList();
            return test("cells", effects, clusters);
        }
        if (clusters < FEWEST_CLUSTERS) {
            return PreTrend.untested(
                    "%d clusters are too few to test the time before the start"
                            .formatted(clusters));
        }
        return test("level", List.of(level(byDistance(before))), clusters);
    }

    /** Anticipation is no drift. */
    private boolean isBefore(FittedCell each) {
        return each.cell().eventTime() < -estimation.anticipation()
                && each.cell().estimate().hasInterval();
    }

    private PreTrend test(String over, List<Effect> effects, int clusters) {
        double[][] sums =
                effects.stream().map(each -> each.byCluster(design)).toArray(double[][]::new);
        double[][] covariances = new double[sums.length][sums.length];
        IntStream.range(0, sums.length).parallel().forEach(row -> fillRow(covariances, sums, row));
        WaldTest test =
                WaldTest.of(effects.stream().mapToDouble(Effect::value).toArray(), covariances);
        return new PreTrend(over, test.statistic(), test.degrees(), test.p(clusters), "");
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

    /** Averages over all groups, the nearest to the start first. */
    private List<Effect> byDistance(List<FittedCell> cells) {
        TreeMap<Integer, List<FittedCell>> byDistance = new TreeMap<>();
        for (FittedCell each : cells) {
            byDistance
                    .computeIfAbsent(-each.cell().eventTime(), time -> new ArrayList<>())
                    .add(each);
        }
        Averages averages = new Averages(design);
        return byDistance.values().parallelStream().map(averages::bySize).toList();
    }

    /**
     * The mean of all times before, less the base period. With a varying base, effects are steps
     * from one period to the next, and the level at a distance is less than the base's by all steps
     * between.
     */
    private Effect level(List<Effect> byDistance) {
        int distances = byDistance.size();
        double[] factors = new double[distances];
        for (int distance = 0; distance < distances; distance++) {
            factors[distance] =
                    estimation.base() == BasePeriod.UNIVERSAL
                            ? 1.0 / distances
                            : (distance - distances) / (double) distances;
        }
        return new Averages(design).combined(byDistance, factors);
    }
}
