package io.enablement.impact.did;

import io.enablement.impact.panel.Panel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fisher's exact view where few clusters are treated: had the cohorts fallen on other units, how
 * often would |effect ÷ error| have been as large? (MacKinnon and Webb 2020, RI-t.) Cohorts move
 * with whole clusters where each cluster has one cohort, else from unit to unit.
 */
final class RandomisationInference {

    private static final int ENOUGH_TREATED = 10;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private RandomisationInference() {}

    /** (1 + draws at least as large) ÷ (1 + draws); NaN where it is not called for. */
    static double p(Panel panel, Design design, Estimation estimation, Estimate overall) {
        if (design.treatedClusters() >= ENOUGH_TREATED
                || estimation.draws() == 0
                || !overall.hasInterval()) {
            return Double.NaN;
        }
        double observed = Math.abs(overall.value() / overall.error());
        int[] blocks = blocks(panel);
        long asLarge =
                IntStream.rangeClosed(1, estimation.draws())
                        .parallel()
                        .mapToObj(
                                draw ->
                                        drawn(
                                                panel,
                                                blocks,
                                                estimation.seed() + GOLDEN_GAMMA * draw))
                        .map(other -> GroupTimeEffects.overall(other, estimation))
                        .filter(
                                other ->
                                        Math.abs(other.value() / other.error())
                                                >= observed * (1 - 1e-12))
                        .count();
        return (1.0 + asLarge) / (1.0 + estimation.draws());
    }

    /** What cohorts move with: the cluster of each unit, or the unit itself. */
    private static int[] blocks(Panel panel) {
        Map<Integer, Integer> cohorts = new HashMap<>();
        for (int unit = 0; unit < panel.units().size(); unit++) {
            int cohort = panel.cohorts()[unit];
            Integer known = cohorts.putIfAbsent(panel.clusters()[unit], cohort);
            if (known != null && known != cohort) {
                return IntStream.range(0, panel.units().size()).toArray();
            }
        }
        return panel.clusters();
    }

    private static Panel drawn(Panel panel, int[] blocks, long seed) {
        int[] names = Arrays.stream(blocks).sorted().distinct().toArray();
        int[] cohortOfBlock = new int[names.length];
        int[] blockOfUnit = new int[blocks.length];
        for (int unit = 0; unit < blocks.length; unit++) {
            blockOfUnit[unit] = Arrays.binarySearch(names, blocks[unit]);
            cohortOfBlock[blockOfUnit[unit]] = panel.cohorts()[unit];
        }
        shuffle(cohortOfBlock, new SplittableRandom(seed));
        return panel.withCohorts(
                Arrays.stream(blockOfUnit).map(block -> cohortOfBlock[block]).toArray());
    }

    private static void shuffle(int[] numbers, SplittableRandom random) {
        for (int place = numbers.length - 1; place > 0; place--) {
            int other = random.nextInt(place + 1);
            int moved = numbers[place];
            numbers[place] = numbers[other];
            numbers[other] = moved;
        }
    }
}
