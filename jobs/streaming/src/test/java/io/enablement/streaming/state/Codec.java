package io.enablement.streaming.state;

import io.enablement.domain.event.Event;
import io.enablement.streaming.ingest.EventFormat;

/** Events in state as in the job. */
record Codec<E extends Event>(EventFormat<E> format) implements EventCodec<E> {

    @Override
    public byte[] message(E event) {
        return format.write(event);
    }

    @Override
    public byte[] pack(E event) {
        return format.pack(event);
    }

    @Override
    public E unpack(String aggregate, byte[] packed) {
        return format.unpack(aggregate, packed);
    }

    @Override
    public long recordedMicros(byte[] packed) {
        return format.recordedMicros(packed);
    }
}
