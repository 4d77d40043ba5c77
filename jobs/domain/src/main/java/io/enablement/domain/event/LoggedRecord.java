package io.enablement.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A record of a topic as it stands in the log, with the event that was read from it, if there is
 * one, and why it cannot count, if it cannot.
 */
public final class LoggedRecord<E extends Event> {

    private static final String ORIGIN = "origin";

    private final Place place;
    private final byte[] key;
    private final byte[] payload;
    private final Map<String, String> headers;
    private final E event;
    private final Rejection rejection;

    private LoggedRecord(
            Place place,
            byte[] key,
            byte[] payload,
            Map<String, String> headers,
            E event,
            Rejection rejection) {
        this.place = place;
        this.key = key;
        this.payload = payload;
        this.headers = headers;
        this.event = event;
        this.rejection = rejection;
    }

    /**
     * Where a record stands.
     *
     * @param logMicros the time of the record, which a producer may have set to anything
     */
    public record Place(String topic, int partition, long offset, long logMicros) {}

    /** The record of an event that may count. */
    public static <E extends Event> LoggedRecord<E> of(
            Place place, byte[] key, byte[] payload, Map<String, String> headers, E event) {
        return new LoggedRecord<>(place, key, payload, headers, event, null);
    }

    /** A record in which no event can be read. */
    public static <E extends Event> LoggedRecord<E> unread(
            Place place,
            byte[] key,
            byte[] payload,
            Map<String, String> headers,
            Rejection rejection) {
        return new LoggedRecord<>(place, key, payload, headers, null, rejection);
    }

    /** The same record, whose event cannot count. */
    public LoggedRecord<E> refused(Rejection reason) {
        return new LoggedRecord<>(place, key, payload, headers, event, reason);
    }

    public Place place() {
        return place;
    }

    public byte[] key() {
        return key;
    }

    public byte[] payload() {
        return payload;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The event, whether it may count or not. */
    public Optional<E> event() {
        return Optional.ofNullable(event);
    }

    public Optional<Rejection> rejection() {
        return Optional.ofNullable(rejection);
    }

    /** What it adds to the progress of its topic. */
    public Progress progress(BusinessCalendar calendar) {
        return rejection == null ? Progress.read(event, calendar) : Progress.refused(place.topic());
    }

    /** Empty where the event may count. */
    public Optional<DeadLetter> deadLetter() {
        return rejection().map(this::deadLetter);
    }

    private DeadLetter deadLetter(Rejection reason) {
        return new DeadLetter(
                place.topic(),
                place.partition(),
                place.offset(),
                place.logMicros(),
                new String(key, StandardCharsets.UTF_8),
                payload,
                headers.getOrDefault(ORIGIN, ""),
                reason,
                event == null ? "" : event.envelope().source(),
                event == null ? "" : event.envelope().id());
    }
}
