package io.enablement.streaming.ingest;

import io.enablement.domain.event.Event;
import io.enablement.domain.event.LoggedRecord;
import io.enablement.domain.event.Rejection;
import io.enablement.domain.event.Rejection.Reason;

/** Reads what a loader says of a record that it could not make an event of. */
public record ReadRejected() implements ReadMessage<Event> {

    /** The topic to which loaders send such records, with headers reason, detail and origin. */
    public static final String TOPIC = "rejected-records";

    private static final long serialVersionUID = 1;

    @Override
    public LoggedRecord<Event> read(RawMessage message) {
        String why = message.header("reason") + ": " + message.header("detail");
        return message.unread(new Rejection(Reason.REJECTED, why));
    }
}
