package io.enablement.bench.latency;

import io.enablement.bench.report.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** How long after they were due markers were seen. */
final class Delays {

    private static final double NANOS = 1e9;

    private Delays() {}

    /**
     * In seconds. A marker that was never seen has waited until the end at least, and counts so.
     *
     * @param first of the markers that count
     * @param last of them
     * @param due when each was due
     * @param seen when each that was seen was seen first
     * @param end when nobody looked any more
     */
    static Quantiles of(
            long first, long last, LongUnaryOperator due, Map<Long, Long> seen, long end) {
        List<Double> seconds = new ArrayList<>();
        for (long marker = first; marker <= last; marker++) {
            long nanos = seen.getOrDefault(marker, end) - due.applyAsLong(marker);
            seconds.add(nanos / NANOS);
        }
        return Quantiles.of(seconds);
    }
}
