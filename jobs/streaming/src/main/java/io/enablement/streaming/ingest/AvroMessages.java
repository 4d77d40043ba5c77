package io.enablement.streaming.ingest;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.TimeQuality;
import io.enablement.schemas.DealMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.SystemLimitException;
import org.apache.avro.data.TimeConversions.TimestampMicrosConversion;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Reads and writes single-object encoded Avro messages of one type, whatever released schema wrote
 * them.
 */
final class AvroMessages<M extends SpecificRecord> {

    /** About the size of the greatest record that Kafka takes; in bytes or in items. */
    private static final String GREATEST_LENGTH = "1000000";

    static {
        // Avro makes room for as much as a message announces, before it has read any of it; how
        // much it believes, it learns only from system properties and before it reads first.
        System.setProperty(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, GREATEST_LENGTH);
        System.setProperty(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, GREATEST_LENGTH);
        System.setProperty(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, GREATEST_LENGTH);
        // Avro makes objects only of classes it was told to trust.
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(), AvroMessages::isGenerated));
    }

    private static final int ID = 0;
    private static final int SOURCE = 1;
    private static final int OCCURRED_AT = 2;
    private static final int RECORDED_AT = 3;
    private static final int QUALITY = 4;

    private static final TimestampMicrosConversion MICROS = new TimestampMicrosConversion();

    private final BinaryMessageDecoder<M> decoder;
    private final BinaryMessageEncoder<M> encoder;
    private final PackedRecords<M> packed;
    private final Schema.Field key;

    /**
     * @param key the field that names the aggregate: who keeps an event knows it
     */
    AvroMessages(Family family, Class<M> type, String key) {
        SpecificData data = SpecificData.getForClass(type);
        Schema current = data.getSchema(type);
        List<Schema> released = released(family);
        SchemaStore.Cache writers = new SchemaStore.Cache();
        released.forEach(writers::addSchema);
        decoder = new BinaryMessageDecoder<>(data, current, writers);
        encoder = new BinaryMessageEncoder<>(data, current);
        packed = new PackedRecords<>(data, current, released);
        this.key = current.getField(key);
    }

    M read(byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        M message = decoder.decode(in);
        if (in.available() > 0) {
            throw new IOException(in.available() + " bytes stand behind the message");
        }
        return message;
    }

    byte[] write(M message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try {
            encoder.encode(message, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** The message without the name of its aggregate, which is lost from the message too. */
    byte[] pack(M message) {
        message.put(key.pos(), key.schema().isNullable() ? null : "");
        return packed.write(message);
    }

    M unpack(String aggregate, byte[] bytes) {
        M message = packed.read(bytes);
        message.put(key.pos(), aggregate);
        return message;
    }

    private static boolean isGenerated(Class<?> type) {
        return type.getPackageName().equals(DealMessage.class.getPackageName());
    }

    private static List<Schema> released(Family family) {
        List<Schema> schemas = new ArrayList<>();
        for (int version = 1; ; version++) {
            String name = "/released/" + family.topic() + "/" + version + ".avsc";
            try (InputStream schema = AvroMessages.class.getResourceAsStream(name)) {
                if (schema == null) {
                    return schemas;
                }
                schemas.add(new SchemaParser().parse(schema).mainSchema());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read schema " + name, e);
            }
        }
    }

    /** Messages of all families begin with the same five fields. */
    static Envelope envelope(SpecificRecord message, int partition, long offset) {
        return new Envelope(
                (String) message.get(SOURCE),
                (String) message.get(ID),
                micros((Instant) message.get(OCCURRED_AT)),
                micros((Instant) message.get(RECORDED_AT)),
                TimeQuality.valueOf(message.get(QUALITY).toString()),
                partition,
                offset);
    }

    static Long micros(Instant time) {
        return time == null ? null : MICROS.toLong(time, null, null);
    }

    static Instant instant(Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** What a message does not carry, or leaves blank, is an empty string in the domain. */
    static String text(String value) {
        return value == null || value.isBlank() ? "" : value;
    }

    static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
