package io.enablement.domain.event;

/**
 * An event as state keeps it, on its way there or waiting: with its aggregate and its place in the
 * log, which state does not keep. An event of its own has a dozen objects.
 */
public record PackedEvent(String aggregate, byte[] bytes, int partition, long offset) {

    /** An event and its packed bytes. */
    public static PackedEvent of(Event event, byte[] bytes) {
        Envelope envelope = event.envelope();
        return new PackedEvent(event.aggregate(), bytes, envelope.partition(), envelope.offset());
    }
}
