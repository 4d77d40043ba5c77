package io.enablement.streaming.job;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.streaming.ingest.ContentFormat;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.ProgrammeFormat;
import io.enablement.streaming.ingest.QuotaFormat;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.ReadRejected;
import io.enablement.streaming.ingest.RepFormat;
import io.enablement.streaming.ingest.TrainingFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Events as they stand in their topics. */
final class LoggedEvents {

    /** When everything was sent, later than anything that happened. */
    private static final long SENT_MILLIS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private static final long MUCH_LATER_MILLIS =
            Instant.parse("2099-01-01T00:00:00Z").toEpochMilli();

    private LoggedEvents() {}

    static RawMessage message(Event event, long offset) {
        return sent(event, offset, SENT_MILLIS);
    }

    /** For events of any time. */
    static RawMessage sentLater(Event event, long offset) {
        return sent(event, offset, MUCH_LATER_MILLIS);
    }

    private static RawMessage sent(Event event, long offset, long sentMillis) {
        return new RawMessage(
                event.family().topic(),
                0,
                offset,
                sentMillis,
                event.aggregate().getBytes(StandardCharsets.UTF_8),
                bytes(event),
                Map.of());
    }

    /** A line of a file that no loader could read. */
    static RawMessage rejected(String origin) {
        return new RawMessage(
                ReadRejected.TOPIC,
                0,
                0,
                SENT_MILLIS,
                origin.getBytes(StandardCharsets.UTF_8),
                "no event".getBytes(StandardCharsets.UTF_8),
                Map.of("reason", "BAD_JSON", "detail", "not JSON", "origin", origin));
    }

    /** The first half of it, which nobody can read. */
    static RawMessage cutOff(RawMessage message) {
        return new RawMessage(
                message.topic(),
                message.partition(),
                message.offset(),
                message.timestampMillis(),
                message.key(),
                Arrays.copyOf(message.value(), message.value().length / 2),
                message.headers());
    }

    static byte[] bytes(Event event) {
        return switch (event.family()) {
            case DEAL -> new DealFormat().write((DealEvent) event);
            case TRAINING -> new TrainingFormat().write((TrainingEvent) event);
            case CONTENT -> new ContentFormat().write((ContentEvent) event);
            case PROGRAMME -> new ProgrammeFormat().write((ProgrammeEvent) event);
            case REP -> new RepFormat().write((RepEvent) event);
            case QUOTA -> new QuotaFormat().write((QuotaEvent) event);
        };
    }
}
