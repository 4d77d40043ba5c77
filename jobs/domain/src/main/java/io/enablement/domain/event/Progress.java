package io.enablement.domain.event;

/** How much was read from a source, and how far its clocks reach. Adding is commutative. */
public record Progress(
        String source,
        long records,
        long deadLetters,
        long duplicates,
        Moment greatestOccurred,
        Moment greatestRecorded) {

    /** One event was read and let in; one of a day happened when that day began. */
    public static Progress read(Event event, BusinessCalendar calendar) {
        return new Progress(
                event.family().topic(),
                1,
                0,
                0,
                calendar.startOf(event.occurred()),
                Moment.of(event.envelope().recordedAtMicros()));
    }

    /** One record was read and became a dead letter. */
    public static Progress refused(String source) {
        return new Progress(source, 1, 1, 0, Moment.UNKNOWN, Moment.UNKNOWN);
    }

    /** An event that had been let in became a dead letter. */
    public static Progress conflict(Event event) {
        return new Progress(event.family().topic(), 0, 1, 0, Moment.UNKNOWN, Moment.UNKNOWN);
    }

    /** An event that had been let in was there already. */
    public static Progress duplicate(Event event) {
        return new Progress(event.family().topic(), 0, 0, 1, Moment.UNKNOWN, Moment.UNKNOWN);
    }

    public Progress plus(Progress other) {
        return new Progress(
                source,
                records + other.records,
                deadLetters + other.deadLetters,
                duplicates + other.duplicates,
                later(greatestOccurred, other.greatestOccurred),
                later(greatestRecorded, other.greatestRecorded));
    }

    private static Moment later(Moment one, Moment other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
