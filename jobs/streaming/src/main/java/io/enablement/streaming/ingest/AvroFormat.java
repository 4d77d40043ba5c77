package io.enablement.streaming.ingest;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.PackedEvent;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;

/** Events of one family as Avro records: what all families have in common. */
abstract class AvroFormat<E extends Event, M extends SpecificRecord> implements EventFormat<E> {

    private static final long serialVersionUID = 1;

    /** What is kept does not say where in the log it stood. */
    private static final int NOWHERE = -1;

    @Override
    public final E read(RawMessage raw) throws IOException {
        M message = messages().read(raw.value());
        return event(message, AvroMessages.envelope(message, raw.partition(), raw.offset()));
    }

    @Override
    public final byte[] write(E event) {
        return messages().write(message(event));
    }

    @Override
    public byte[] pack(E event) {
        return messages().pack(message(event));
    }

    @Override
    public final E unpack(String aggregate, byte[] packed) {
        return unpack(aggregate, packed, NOWHERE, NOWHERE);
    }

    @Override
    public final E unpack(PackedEvent event) {
        return unpack(event.aggregate(), event.bytes(), event.partition(), event.offset());
    }

    E unpack(String aggregate, byte[] packed, int partition, long offset) {
        M message = messages().unpack(aggregate, packed);
        return event(message, AvroMessages.envelope(message, partition, offset));
    }

    @Override
    public final long recordedMicros(byte[] packed) {
        return RecordedAt.micros(packed, PackedRecords.BODY);
    }

    abstract AvroMessages<M> messages();

    abstract E event(M message, Envelope envelope);

    abstract M message(E event);
}
