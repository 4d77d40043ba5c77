package io.enablement.domain.event;

/**
 * What could not be counted, with its bytes, where it stands, and why.
 *
 * @param origin the place in a file where a loader found it; empty for what came from a topic
 * @param source and id: the event's identity, empty where it could not be read
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

    /** The letter of an event that lost against another content under its identity. */
    public static DeadLetter conflict(Event event, byte[] payload) {
        Envelope envelope = event.envelope();
        return new DeadLetter(
                event.family().topic(),
                envelope.partition(),
                envelope.offset(),
                envelope.recordedAtMicros(),
                event.aggregate(),
                payload,
                "",
                new Rejection(
                        Rejection.Reason.CONFLICT,
                        "another content under this source and id counts"),
                envelope.source(),
                envelope.id());
    }
}
