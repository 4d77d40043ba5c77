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
                NOWHERE,
                NOWHERE,
                payload,
                new Rejection(
                        Rejection.Reason.CONFLICT,
                        "another content under this source and id counts"));
    }

    /**
     * The letter of an event for what is known only by its totals any more. It is known by its
     * place in the log: an earlier copy may have counted.
     */
    public static DeadLetter frozen(Event event, byte[] payload) {
        return refused(
                event,
                event.envelope().partition(),
                event.envelope().offset(),
                payload,
                new Rejection(
                        Rejection.Reason.FROZEN,
                        "what it changes is older than the horizon, its history is dropped: a rebuild with a longer horizon counts it"));
    }

    private static DeadLetter refused(
            Event event, int partition, long offset, byte[] payload, Rejection rejection) {
        return new DeadLetter(
                event.family().topic(),
                partition,
                offset,
                UNKNOWN_TIME,
                event.aggregate(),
                payload,
                "",
                rejection,
                event.envelope().source(),
                event.envelope().id());
    }
}
