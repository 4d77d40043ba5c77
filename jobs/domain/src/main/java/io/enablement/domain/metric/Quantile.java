package io.enablement.domain.metric;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Exact quantiles of counted values, by linear interpolation between the closest ranks: type 7 of
 * Hyndman and Fan (1996), the default of R and pandas and {@code quantileExactInclusive} of
 * ClickHouse.
 */
public final class Quantile {

    private Quantile() {}

    /**
     * With n values in order, the value at place {@code (n − 1) × p}, counted from 0. Empty without
     * values.
     *
     * @param counts how often each value occurs, not negative
     * @param p from 0 to 1
     */
    public static <N extends Number & Comparable<N>> OptionalDouble of(
            Map<N, Long> counts, double p) {
        NavigableMap<N, Long> ordered = new TreeMap<>(counts);
        long values = ordered.values().stream().mapToLong(Long::longValue).sum();
        if (values == 0) {
            return OptionalDouble.empty();
        }
        double place = (values - 1) * p;
        long below = (long) Math.floor(place);
        double lower = at(ordered, below);
        double upper = at(ordered, Math.min(below + 1, values - 1));
        return OptionalDouble.of(lower + (place - below) * (upper - lower));
    }

    private static <N extends Number> double at(NavigableMap<N, Long> ordered, long place) {
        long passed = 0;
        for (Map.Entry<N, Long> count : ordered.entrySet()) {
            passed += count.getValue();
            if (place < passed) {
                return count.getKey().doubleValue();
            }
        }
        throw new IllegalArgumentException("there is no value at place " + place);
    }
}
