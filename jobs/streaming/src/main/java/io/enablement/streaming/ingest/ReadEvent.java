package io.enablement.streaming.ingest;

import io.enablement.domain.event.Admission;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.LoggedRecord;
import io.enablement.domain.event.Rejection;
import io.enablement.domain.event.Rejection.Reason;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.message.MissingSchemaException;

/** Reads the event of a message and asks whether it may enter. */
public record ReadEvent<E extends Event>(EventFormat<E> format, Admission admission)
        implements ReadMessage<E> {

    private static final long serialVersionUID = 1;

    @Override
    public LoggedRecord<E> read(RawMessage message) {
        E event;
        try {
            event = format.read(message);
        } catch (MissingSchemaException e) {
            return message.unread(rejection(Reason.UNKNOWN_SCHEMA, e));
        } catch (IOException | RuntimeException e) {
            // Nothing but the reading of these bytes runs above, and what Avro throws at bad ones
            // has no common type: an index out of bounds, an unsupported operation, its own.
            return message.unread(rejection(Reason.UNREADABLE, e));
        }
        LoggedRecord<E> record = message.holding(event);
        Optional<Rejection> refused = admission.refuse(event, message.logMicros());
        return refused.isPresent() ? record.refused(refused.get()) : record;
    }

    private static Rejection rejection(Reason reason, Exception cause) {
        return new Rejection(reason, cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }
}
