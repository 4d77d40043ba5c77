package io.enablement.streaming.state;

import io.enablement.domain.event.PackedEvent;
import java.io.Serializable;

/** The two forms in which an event outlives its arrival. */
public interface EventCodec<E> extends Serializable {

    /** A whole message: it compares the same everywhere and can be kept as a dead letter. */
    byte[] message(E event);

    /** As state keeps it: without what the key of the state says. */
    byte[] pack(E event);

    /** Reads what this or any earlier release has packed. */
    E unpack(String aggregate, byte[] packed);

    /** Reads what is on its way to state, and where in the log it stands. */
    E unpack(PackedEvent event);

    /** When an event was recorded, without reading all of it. */
    long recordedMicros(byte[] packed);
}
