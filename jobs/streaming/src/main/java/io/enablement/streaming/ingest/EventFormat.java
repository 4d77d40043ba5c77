package io.enablement.streaming.ingest;

import io.enablement.domain.event.Event;
import io.enablement.domain.event.PackedEvent;
import java.io.IOException;
import java.io.Serializable;

/** How the events of one family are read from and written to Avro messages. */
public interface EventFormat<E extends Event> extends Serializable {

    /**
     * Reads a message that stands at a place in the log.
     *
     * @throws IOException if the bytes are not a message
     * @throws org.apache.avro.message.MissingSchemaException if no released schema wrote it
     * @throws RuntimeException if the content does not fit its schema
     */
    E read(RawMessage message) throws IOException;

    /** The event as a message of the current schema; the same event gives the same bytes. */
    byte[] write(E event);

    /**
     * The event in as few bytes as state should take: without its aggregate and its place in the
     * log.
     */
    byte[] pack(E event);

    /** Reads what this or any earlier release has packed. */
    E unpack(String aggregate, byte[] packed);

    /** Reads what is on its way to state, and where in the log it stands. */
    E unpack(PackedEvent event);

    /** When an event was recorded, without reading all of it. */
    long recordedMicros(byte[] packed);
}
