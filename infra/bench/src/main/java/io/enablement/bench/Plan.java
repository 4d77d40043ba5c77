package io.enablement.bench;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many events each lane reads, so that all rounds fit a time: all of them, or those of an
 * organisation of half, a quarter or an eighth the size, in which everything happens as often.
 * Whoever takes longest for a run has it halved first, so that in the end nobody is short of time
 * because of another.
 *
 * @param divisors of the events, by lane
 */
record Plan(Map<Lane, Integer> divisors) {

    private static final int GREATEST_DIVISOR = 8;

    /**
     * What a run of a lane costs.
     *
     * @param once seconds, whatever it reads
     * @param perEvent seconds
     */
    record Cost(double once, double perEvent) {

        double seconds(long events) {
            return once + perEvent * events;
        }
    }

    /** Everybody reads everything. */
    static Plan whole(Iterable<Lane> lanes) {
        Map<Lane, Integer> divisors = new EnumMap<>(Lane.class);
        lanes.forEach(lane -> divisors.put(lane, 1));
        return new Plan(divisors);
    }

    /**
     * @param seconds for all rounds; where even eighths take longer, they are the plan all the same
     */
    static Plan of(Map<Lane, Cost> costs, long events, int rounds, double seconds) {
        Plan plan = whole(costs.keySet());
        while (rounds * plan.secondsOfRound(costs, events) > seconds) {
            Optional<Lane> longest = plan.longest(costs, events);
            if (longest.isEmpty()) {
                return plan;
            }
            plan.divisors.merge(longest.get(), 2, (one, other) -> one * other);
        }
        return plan;
    }

    int divisor(Lane lane) {
        return divisors.get(lane);
    }

    long events(Lane lane, long events) {
        return lane.share(events) / divisor(lane);
    }

    double secondsOfRound(Map<Lane, Cost> costs, long events) {
        return divisors.keySet().stream().mapToDouble(each -> seconds(each, costs, events)).sum();
    }

    private Optional<Lane> longest(Map<Lane, Cost> costs, long events) {
        return divisors.keySet().stream()
                .filter(Lane::canBeSliced)
                .filter(lane -> divisor(lane) < GREATEST_DIVISOR)
                .max(Comparator.comparingDouble(lane -> seconds(lane, costs, events)));
    }

    private double seconds(Lane lane, Map<Lane, Cost> costs, long events) {
        return costs.get(lane).seconds(events(lane, events));
    }

    /** As in "a quarter of the events". */
    static String words(int divisor) {
        return switch (divisor) {
            case 1 -> "all events";
            case 2 -> "half of the events";
            case 4 -> "a quarter of the events";
            case GREATEST_DIVISOR -> "an eighth of the events";
            default -> "one of %d of the events".formatted(divisor);
        };
    }
}
