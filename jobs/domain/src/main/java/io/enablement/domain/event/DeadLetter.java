package io.enablement.domain.event;

/**
 * What could not be counted, with its bytes, where it stands, and why.
 *
 * @param logMicros the time of the record in its topic; 0 where it is not known
 * @param origin the place in a file where a loader found it; empty for what came from a topic
 * @param source with {@code id} the event's identity; both empty where it could not be read
 */
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        long logMicros,
        String key,
        byte[] payload,
        String origin,
        Rejection rejection,
        String source,
        String id) {

    private static final int NOWHERE = -1;
    private static final long UNKNOWN_TIME = 0;

    /**
     * The letter of an event that lost against another content under its identity. It is known by
     * its bytes alone: which of its copies arrived first must not show.
     */
    public static DeadLetter conflict(Event event, byte[] payload) {
        return refused(
                event,
                payload,
                Rejection.Reason.CONFLICT,
                "another content under this source and id counts");
    }

    /** The letter of an event for what is known only by its totals any more. */
    public static DeadLetter frozen(Event event, byte[] payload) {
        return refused(
                event,
                payload,
                Rejection.Reason.FROZEN,
                "what it changes is older than the horizon, its history is dropped: a rebuild with a longer horizon counts it");
    }

    private static DeadLetter refused(
            Event event, byte[] payload, Rejection.Reason reason, String detail) {
        Envelope envelope = event.envelope();
        return new DeadLetter(
                event.family().topic(),
                NOWHERE,
                NOWHERE,
                UNKNOWN_TIME,
                event.aggregate(),
                payload,
                "",
                new Rejection(reason, detail),
                envelope.source(),
                envelope.id());
    }
}
