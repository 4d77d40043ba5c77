package io.enablement.streaming.ingest;

import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Rejection;
import java.nio.charset.StandardCharsets;
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

    /** The letter of a record whose identity could not be read. */
    DeadLetter refused(Rejection rejection) {
        return refused(rejection, "", "");
    }

    DeadLetter refused(Rejection rejection, String source, String id) {
        return new DeadLetter(
                topic,
                partition,
                offset,
                logMicros(),
                new String(key, StandardCharsets.UTF_8),
                value,
                header("origin"),
                rejection,
                source,
                id);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
