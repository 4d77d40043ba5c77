package io.enablement.bench.events;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.streaming.ingest.ContentFormat;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.ProgrammeFormat;
import io.enablement.streaming.ingest.QuotaFormat;
import io.enablement.streaming.ingest.RepFormat;
import io.enablement.streaming.ingest.TrainingFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends events to the topics of a set, as the product's intake does. */
public final class EventSender implements AutoCloseable {

    /** Marker and fingerprint of Avro's single-object encoding. */
    private static final int SINGLE_OBJECT_HEADER = 10;

    private static final DealFormat DEALS = new DealFormat();
    private static final TrainingFormat TRAININGS = new TrainingFormat();
    private static final ContentFormat CONTENTS = new ContentFormat();
    private static final ProgrammeFormat PROGRAMMES = new ProgrammeFormat();
    private static final RepFormat REPS = new RepFormat();
    private static final QuotaFormat QUOTAS = new QuotaFormat();

    private final String set;
    private final KafkaProducer<byte[], byte[]> producer;
    private volatile Exception failure;

    public EventSender(String bootstrapServers, String set) {
        this.set = set;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "linger.ms",
                                20,
                                "batch.size",
                                256 * 1024,
                                "compression.type",
                                "lz4"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    public void send(Event event) {
        send(set + event.family().topic(), event, message(event));
    }

    /** The same body as a registry frames it. */
    public void sendFramed(Event event) {
        Family family = event.family();
        String topic = set + EventTopics.FRAMED + family.topic();
        send(topic, event, framed(family, message(event)));
    }

    /**
     * Waits until everything is stored.
     *
     * @throws IllegalStateException where Kafka has not taken an event
     */
    @Override
    public void close() {
        producer.close();
        if (failure != null) {
            throw new IllegalStateException("Kafka did not take an event", failure);
        }
    }

    private void send(String topic, Event event, byte[] message) {
        byte[] key = event.aggregate().getBytes(StandardCharsets.UTF_8);
        producer.send(
                new ProducerRecord<>(topic, key, message),
                (stored, problem) -> {
                    if (problem != null) {
                        failure = problem;
                    }
                });
    }

    private static byte[] message(Event event) {
        return switch (event.family()) {
            case DEAL -> DEALS.write((DealEvent) event);
            case TRAINING -> TRAININGS.write((TrainingEvent) event);
            case CONTENT -> CONTENTS.write((ContentEvent) event);
            case PROGRAMME -> PROGRAMMES.write((ProgrammeEvent) event);
            case REP -> REPS.write((RepEvent) event);
            case QUOTA -> QUOTAS.write((QuotaEvent) event);
        };
    }

    private static byte[] framed(Family family, byte[] message) {
        int body = message.length - SINGLE_OBJECT_HEADER;
        return ByteBuffer.allocate(1 + Integer.BYTES + body)
                .put((byte) 0)
                .putInt(EventTopics.schemaId(family))
                .put(message, SINGLE_OBJECT_HEADER, body)
                .array();
    }
}
