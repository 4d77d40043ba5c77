package io.enablement.impact.journeys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/** How often journeys left a state, and where they went. */
final class Exits {

    private final Map<State, Long> onwards = new LinkedHashMap<>();
    private long won;
    private long lost;

    void to(State state, long times) {
        onwards.merge(state, times, Long::sum);
    }

    void toTheEnd(long timesWon, long timesLost) {
        won += timesWon;
        lost += timesLost;
    }

    int degree() {
        return onwards.size();
    }

    double probabilityOfWinning() {
        return (double) won / all();
    }

    void forEach(ObjDoubleConsumer<State> probability) {
        double all = all();
        onwards.forEach((state, times) -> probability.accept(state, times / all));
    }

    private long all() {
        return onwards.values().stream().mapToLong(Long::longValue).sum() + won + lost;
    }
}
