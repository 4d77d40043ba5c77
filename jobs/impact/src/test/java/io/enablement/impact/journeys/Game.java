package io.enablement.impact.journeys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** A cooperative game, solved by its definition. */
record Game(List<String> players, ToDoubleFunction<Set<String>> worth) {

    /** Σ over S without i of |S|! (n − |S| − 1)! ÷ n! · (v(S ∪ i) − v(S)) (Shapley 1953). */
    Map<String, Double> shapley() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int player = 0; player < players.size(); player++) {
            double value = 0;
            for (int chosen = 0; chosen < 1 << players.size(); chosen++) {
                if ((chosen & 1 << player) == 0) {
                    double gain = worth(chosen | 1 << player) - worth(chosen);
                    value += probability(Integer.bitCount(chosen)) * gain;
                }
            }
            values.put(players.get(player), value);
        }
        return values;
    }

    private double probability(int before) {
        return factorial(before)
                * factorial(players.size() - before - 1)
                / factorial(players.size());
    }

    private double worth(int chosen) {
        Set<String> coalition = new TreeSet<>();
        for (int player = 0; player < players.size(); player++) {
            if ((chosen & 1 << player) != 0) {
                coalition.add(players.get(player));
            }
        }
        return worth.applyAsDouble(coalition);
    }

    private static double factorial(int number) {
        return number < 2 ? 1 : number * factorial(number - 1);
    }
}
