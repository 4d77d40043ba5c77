package io.enablement.streaming.ingest;

import io.enablement.domain.event.Event;
import io.enablement.domain.event.LoggedRecord;
import io.enablement.domain.event.Rejection;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Kafka record as it came: bytes, place and time in the log, headers. */
public record RawMessage(
        String topic,
        int partition,
        long offset,
        long timestampMillis,
        byte[] key,
        byte[] value,
        Map<String, String> headers) {

    /**
     * The time of the record in the log, which no event may be far ahead of. A producer may have
     * set it, to anything.
     */
    long logMicros() {
        return TimeUnit.MILLISECONDS.toMicros(timestampMillis);
    }

    /** As a record of the log that holds an event. */
    <E extends Event> LoggedRecord<E> holding(E event) {
        return LoggedRecord.of(place(), key, value, headers, event);
    }

    /** As a record of the log in which no event can be read. */
    <E extends Event> LoggedRecord<E> unread(Rejection rejection) {
        return LoggedRecord.unread(place(), key, value, headers, rejection);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private LoggedRecord.Place place() {
        return new LoggedRecord.Place(topic, partition, offset, logMicros());
    }
}
