package io.enablement.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enablement.domain.event.Family;
import io.enablement.schemas.ContentMessage;
import io.enablement.schemas.DealMessage;
import io.enablement.schemas.ProgrammeMessage;
import io.enablement.schemas.QuotaMessage;
import io.enablement.schemas.RepMessage;
import io.enablement.schemas.TrainingMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;

/** How the events of one family are read, keyed and encoded. */
final class EventFormat {

    private static final String EPOCH = "1970-01-01T00:00:00Z";
    private static final Map<Family, EventFormat> FORMATS = formats();

    private final Family family;
    private final Schema schema;
    private final List<String> keyFields;
    private final BinaryMessageEncoder<GenericRecord> encoder;

    private EventFormat(Family family, Schema schema, List<String> keyFields) {
        this.family = family;
        this.schema = schema;
        this.keyFields = keyFields;
        this.encoder = new BinaryMessageEncoder<>(new GenericData(), schema);
    }

    static EventFormat of(Family family) {
        return FORMATS.get(family);
    }

    Schema schema() {
        return schema;
    }

    Family family() {
        return family;
    }

    /** The record that the fields describe, or the first thing that is wrong with them. */
    GenericRecord read(ObjectNode event) throws RowRejected {
        boolean unknown = isUnknown(event);
        completeClocks(event, unknown);
        String currency = event.path("currency").textValue();
        GenericRecord record = new EventConversion(currency).record(schema, event);
        if (unknown && !Long.valueOf(0).equals(record.get("occurred_at"))) {
            throw new RowRejected(
                    RejectionReason.BAD_TIME,
                    "occurred_at has to be left out where time_quality is unknown.");
        }
        return record;
    }

    Message message(GenericRecord record) throws RowRejected {
        return Message.event(family.topic(), key(record), encode(record));
    }

    private String key(GenericRecord record) throws RowRejected {
        for (String field : keyFields) {
            Object value = record.get(field);
            if (value != null && !value.toString().isBlank()) {
                return value.toString();
            }
        }
        throw new RowRejected(
                RejectionReason.MISSING_FIELD, String.join(" or ", keyFields) + " is needed.");
    }

    private byte[] encode(GenericRecord record) {
        try {
            ByteBuffer encoded = encoder.encode(record);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("Encoding into memory failed", e);
        }
    }

    private static boolean isUnknown(ObjectNode event) {
        return "unknown".equalsIgnoreCase(event.path("time_quality").textValue());
    }

    /** Fills in what follows from the rest: the quality of a plain date, the absent clocks. */
    private static void completeClocks(ObjectNode event, boolean unknown) {
        if (unknown && isAbsent(event, "occurred_at")) {
            event.put("occurred_at", EPOCH);
        }
        JsonNode occurredAt = event.path("occurred_at");
        if (isAbsent(event, "time_quality")
                && occurredAt.isTextual()
                && Times.isDate(occurredAt.textValue())) {
            event.put("time_quality", "DAY");
        }
        if (isAbsent(event, "recorded_at") && !isAbsent(event, "occurred_at")) {
            event.set("recorded_at", occurredAt);
        }
    }

    private static boolean isAbsent(ObjectNode event, String field) {
        return !event.hasNonNull(field);
    }

    private static Map<Family, EventFormat> formats() {
        Map<Family, EventFormat> formats = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            formats.put(family, format(family));
        }
        return formats;
    }

    private static EventFormat format(Family family) {
        return switch (family) {
            case DEAL -> new EventFormat(family, DealMessage.getClassSchema(), List.of("deal_id"));
            case TRAINING ->
                    new EventFormat(family, TrainingMessage.getClassSchema(), List.of("rep_id"));
            case CONTENT ->
                    new EventFormat(
                            family, ContentMessage.getClassSchema(), List.of("rep_id", "deal_id"));
            case PROGRAMME ->
                    new EventFormat(
                            family, ProgrammeMessage.getClassSchema(), List.of("programme_id"));
            case REP -> new EventFormat(family, RepMessage.getClassSchema(), List.of("rep_id"));
            case QUOTA -> new EventFormat(family, QuotaMessage.getClassSchema(), List.of("rep_id"));
        };
    }
}
