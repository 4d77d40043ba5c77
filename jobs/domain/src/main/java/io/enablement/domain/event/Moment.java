package io.enablement.domain.event;

/** A point in time, in microseconds since 1970 UTC, together with how well it is known. */
public record Moment(long micros, TimeQuality quality) implements Comparable<Moment> {

    /** The moment of what has not happened, or of what nobody knows when. */
    public static final Moment UNKNOWN = new Moment(0, TimeQuality.UNKNOWN);

    static final long MICROS_PER_DAY = 86_400_000_000L;

    public static Moment of(long micros) {
        return new Moment(micros, TimeQuality.OCCURRED);
    }

    /** A day where there is no time of day: midnight UTC is how dates are written. */
    public static Moment ofDayOrTime(long micros) {
        boolean isDay = Math.floorMod(micros, MICROS_PER_DAY) == 0;
        return new Moment(micros, isDay ? TimeQuality.DAY : TimeQuality.OCCURRED);
    }

    public boolean isKnown() {
        return quality != TimeQuality.UNKNOWN;
    }

    /** Unknown moments sort before all others. */
    @Override
    public int compareTo(Moment other) {
        return Long.compare(rank(), other.rank());
    }

    private long rank() {
        return isKnown() ? micros : Long.MIN_VALUE;
    }
}
