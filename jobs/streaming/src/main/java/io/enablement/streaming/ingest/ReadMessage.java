package io.enablement.streaming.ingest;

import io.enablement.domain.event.Event;
import io.enablement.domain.event.LoggedRecord;
import java.io.Serializable;

/**
 * How the messages of one topic are read, as far as they can be; whatever they hold, no failure.
 */
public interface ReadMessage<E extends Event> extends Serializable {

    LoggedRecord<E> read(RawMessage message);
}
