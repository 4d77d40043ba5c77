package io.enablement.streaming.job;

import io.enablement.domain.event.Event;
import io.enablement.domain.event.PackedEvent;
import io.enablement.streaming.ingest.EventFormat;
import io.enablement.streaming.state.EventCodec;

/** Events in state as their messages say them. */
public record KeptAs<E extends Event>(EventFormat<E> format) implements EventCodec<E> {

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
    public E unpack(PackedEvent event) {
        return format.unpack(event);
    }

    @Override
    public long recordedMicros(byte[] packed) {
        return format.recordedMicros(packed);
    }
}
