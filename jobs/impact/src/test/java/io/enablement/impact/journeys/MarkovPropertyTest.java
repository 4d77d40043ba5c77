package io.enablement.impact.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The definition, step by step, against the solved system. */
final class MarkovPropertyTest {

    private static final int STEPS = 4_000;

    /** Breaks where a visit is counted at a second removed state instead of the first. */
    @Property(tries = 300, seed = "20260104")
    void removalEffectsAreWhatTheChainLosesStepByStep(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 2) int order) {
        Journeys journeys = Examples.random(random, 4, 8);
        double winning = winning(journeys, order, -1);
        Chain chain = Chain.of(journeys, order);

        for (int channel = 0; channel < journeys.channels().size() && winning > 0; channel++) {
            double without = winning(journeys, order, channel);
            assertThat(chain.removalEffect(channel)).isCloseTo(1 - without / winning, within(1e-9));
        }
    }

    /** P(win) by walking the chain, where every state that contains the channel is nothing. */
    private static double winning(Journeys journeys, int order, int removed) {
        Map<List<Integer>, Map<List<Integer>, Double>> steps = steps(journeys, order);
        Map<List<Integer>, Double> standing = new HashMap<>(Map.of(List.of(), 1.0));
        double won = 0;
        for (int step = 0; step < STEPS && !standing.isEmpty(); step++) {
            Map<List<Integer>, Double> next = new HashMap<>();
            for (Map.Entry<List<Integer>, Double> here : standing.entrySet()) {
                for (Map.Entry<List<Integer>, Double> exit : steps.get(here.getKey()).entrySet()) {
                    double probability = here.getValue() * exit.getValue();
                    if (exit.getKey().equals(WIN)) {
                        won += probability;
                    } else if (!exit.getKey().equals(NOTHING)
                            && !exit.getKey().contains(removed)
                            && probability > 1e-15) {
                        next.merge(exit.getKey(), probability, Double::sum);
                    }
                }
            }
            standing = next;
        }
        return won;
    }

    private static final List<Integer> WIN = List.of(100);
    private static final List<Integer> NOTHING = List.of(101);

    private static Map<List<Integer>, Map<List<Integer>, Double>> steps(
            Journeys journeys, int order) {
        Map<List<Integer>, Map<List<Integer>, Double>> counts = new HashMap<>();
        for (int path = 0; path < journeys.paths(); path++) {
            List<Integer> walked = new ArrayList<>();
            List<Integer> from = List.of();
            double times = journeys.won(path) + journeys.lost(path);
            for (int channel : journeys.path(path)) {
                if (walked.isEmpty() || walked.get(walked.size() - 1) != channel) {
                    walked.add(channel);
                    List<Integer> to =
                            List.copyOf(
                                    walked.subList(
                                            Math.max(0, walked.size() - order), walked.size()));
                    count(counts, from, to, times);
                    from = to;
                }
            }
            count(counts, from, WIN, journeys.won(path));
            count(counts, from, NOTHING, journeys.lost(path));
        }
        counts.values().forEach(MarkovPropertyTest::normalise);
        return counts;
    }

    private static void count(
            Map<List<Integer>, Map<List<Integer>, Double>> counts,
            List<Integer> from,
            List<Integer> to,
            double times) {
        counts.computeIfAbsent(from, state -> new HashMap<>()).merge(to, times, Double::sum);
    }

    private static void normalise(Map<List<Integer>, Double> exits) {
        double sum = exits.values().stream().mapToDouble(Double::doubleValue).sum();
        exits.replaceAll((state, times) -> sum == 0 ? 0 : times / sum);
    }
}
