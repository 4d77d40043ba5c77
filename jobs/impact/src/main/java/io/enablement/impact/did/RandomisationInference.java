package io.enablement.impact.did;

import io.enablement.impact.Draw;
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
    private static final double ROUNDING = 1e-12;

    private RandomisationInference() {}

    /** (1 + draws at least as large) ÷ (1 + draws); NaN where it is not called for. */
    static double p(Panel panel, Design design, Estimation estimation, Estimate overall) {
        if (design.treatedClusters() >= ENOUGH_TREATED
                || estimation.draws() == 0
                || !overall.hasInterval()) {
            return Double.NaN;
        }
        double observed = Math.abs(overall.value() / overall.error());
        int[] units = design.units();
        int[] blocks = blocks(panel, units);
        long asLarge =
                IntStream.rangeClosed(1, estimation.draws())
                        .parallel()
                        .mapToObj(draw -> Draw.random(estimation.seed(), draw))
                        .map(random -> panel.withCohorts(drawn(panel, units, blocks, random)))
                        .map(drawn -> GroupTimeEffects.overall(drawn, estimation))
                        .filter(drawn -> isAsLarge(drawn, observed))
                        .count();
        return (1.0 + asLarge) / (1.0 + estimation.draws());
    }

    private static boolean isAsLarge(Estimate drawn, double observed) {
        return Math.abs(drawn.value() / drawn.error()) >= observed * (1 - ROUNDING);
    }

    /** With what the cohort of each unit used moves, numbered from 0: its cluster, or itself. */
    private static int[] blocks(Panel panel, int[] units) {
        Map<Integer, Integer> cohorts = new HashMap<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] blocks = new int[units.length];
        for (int place = 0; place < units.length; place++) {
            int cluster = panel.clusters()[units[place]];
            int cohort = panel.cohorts()[units[place]];
            numbers.putIfAbsent(cluster, numbers.size());
            blocks[place] = numbers.get(cluster);
            if (cohorts.putIfAbsent(cluster, cohort) != null && cohorts.get(cluster) != cohort) {
                return IntStream.range(0, units.length).toArray();
            }
        }
        return blocks;
    }

    private static int[] drawn(Panel panel, int[] units, int[] blocks, SplittableRandom random) {
        int[] cohortOfBlock = new int[Arrays.stream(blocks).max().orElse(0) + 1];
        for (int place = 0; place < units.length; place++) {
            cohortOfBlock[blocks[place]] = panel.cohorts()[units[place]];
        }
        shuffle(cohortOfBlock, random);
        int[] cohorts = panel.cohorts().clone();
        for (int place = 0; place < units.length; place++) {
            cohorts[units[place]] = cohortOfBlock[blocks[place]];
        }
        return cohorts;
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
