package io.enablement.bench.latency;

/**
 * When each of many events is due, evenly spaced. An event counts from when it was due, not from
 * when it left: whoever sends late because everything is slow must not hide how slow it is.
 */
public record Pace(double perSecond) {

    private static final double NANOS = 1e9;

    public Pace {
        if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
            throw new IllegalArgumentException(perSecond + " a second is no pace");
        }
    }

    /** Nanoseconds after the start; the event of number 0 is due at the start. */
    public long dueNanos(long number) {
        return (long) Math.ceil(number * NANOS / perSecond);
    }

    /** How many are due so long after the start, those of that moment included. */
    public long dueBy(long nanos) {
        return nanos < 0 ? 0 : (long) Math.floor(nanos * perSecond / NANOS) + 1;
    }
}
