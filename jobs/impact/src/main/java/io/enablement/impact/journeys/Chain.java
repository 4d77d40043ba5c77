package io.enablement.impact.journeys;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The Markov chain of all journeys: from the start through states to a win or to nothing, each step
 * as likely as it was frequent.
 *
 * <p>With Q the probabilities between states, r those of winning from a state, s those of starting
 * in one and w that of winning at once: h = P(win | state) solves (I − Q) h = r, and P(win) = w +
 * s·h. Each state leads to an end, so that there is one solution.
 */
final class Chain {

    private final List<State> states;
    private final double[] starting;
    private final double winningAtOnce;
    private final SparseSystem system;
    private final double[] winning;

    private Chain(Exits start, Map<State, Exits> exits) {
        // States with few neighbours first: eliminating them fills few empty places.
        this.states =
                exits.keySet().stream()
                        .sorted(Comparator.comparingInt(state -> exits.get(state).degree()))
                        .toList();
        Map<State, Integer> places = new HashMap<>();
        states.forEach(state -> places.put(state, places.size()));
        this.starting = new double[states.size()];
        start.forEach((state, probability) -> starting[places.get(state)] = probability);
        this.winningAtOnce = start.probabilityOfWinning();
        this.system = new SparseSystem(states.size());
        exits.forEach(
                (from, exit) ->
                        exit.forEach(
                                (to, probability) ->
                                        system.subtract(
                                                places.get(from), places.get(to), probability)));
        this.winning =
                system.solve(
                        states.stream()
                                .mapToDouble(state -> exits.get(state).probabilityOfWinning())
                                .toArray());
    }

    /**
     * @param order 1 where the next step depends on the channel alone, 2 where on the one before it
     *     too; the same channel several times in a row counts once
     */
    static Chain of(Journeys journeys, int order) {
        Exits start = new Exits();
        Map<State, Exits> exits = new LinkedHashMap<>();
        for (int path = 0; path < journeys.paths(); path++) {
            long won = journeys.won(path);
            long lost = journeys.lost(path);
            if (won + lost == 0) {
                continue;
            }
            Exits from = start;
            int before = State.NOWHERE;
            for (int channel : journeys.path(path)) {
                if (channel == before) {
                    continue;
                }
                State to = new State(order == 1 ? State.NOWHERE : before, channel);
                from.to(to, won + lost);
                from = exits.computeIfAbsent(to, state -> new Exits());
                before = channel;
            }
            from.toTheEnd(won, lost);
        }
        return new Chain(start, exits);
    }

    /** 0 to 1; not a number without journeys. */
    double probabilityOfWinning() {
        return winningAtOnce + product(starting, winning);
    }

    /**
     * 1 − P(win without the channel) ÷ P(win), 0 to 1, where every step to a state that contains
     * the channel leads to nothing. Not a number where nothing is ever won. Pairs that begin with
     * the channel are reached through one that ends with it alone, and go with that.
     *
     * <p>What is lost are the wins of the journeys that come to such a state, counted where they
     * first do: Σ f(a) h(a). The probabilities f follow from the expected visits s·N of these
     * states, N = (I − Q)⁻¹, because each visit to b follows a first arrival at some a: Σ f(a) N(a,
     * b) = (s·N)(b). So the system is factored once, not once for each channel.
     */
    double removalEffect(int channel) {
        int[] removed =
                IntStream.range(0, states.size())
                        .filter(place -> states.get(place).channel() == channel)
                        .toArray();
        double[] visits = new double[removed.length];
        double[][] visitsFrom = new double[removed.length][];
        for (int place = 0; place < removed.length; place++) {
            double[] column = system.solve(unit(removed[place]));
            visits[place] = product(starting, column);
            visitsFrom[place] = Arrays.stream(removed).mapToDouble(from -> column[from]).toArray();
        }
        double[] arriving = SparseSystem.solveDense(visitsFrom, visits);
        double[] winningThere = Arrays.stream(removed).mapToDouble(each -> winning[each]).toArray();
        double effect = product(arriving, winningThere) / probabilityOfWinning();
        return Double.isNaN(effect) ? effect : Math.max(0, Math.min(1, effect));
    }

    private double[] unit(int place) {
        double[] unit = new double[states.size()];
        unit[place] = 1;
        return unit;
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int place = 0; place < left.length; place++) {
            sum += left[place] * right[place];
        }
        return sum;
    }
}
