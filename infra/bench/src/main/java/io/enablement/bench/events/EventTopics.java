package io.enablement.bench.events;

import io.enablement.bench.question.KafkaEnds;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics of one set of events; their names begin with the set's. Beside each of the topics that
 * a registry's user reads stands one with the same Avro bodies framed as Confluent's registry
 * frames them: it is the only Avro that ClickHouse's Kafka engine reads.
 */
public final class EventTopics {

    public static final int PARTITIONS = 2;

    /** What the topics framed for a registry are called. */
    public static final String FRAMED = "framed-";

    /** Those that the peers need for their numbers. */
    public static final List<Family> ASKED = List.of(Family.DEAL, Family.TRAINING, Family.CONTENT);

    /** Marker and fingerprint of Avro's single-object encoding. */
    private static final int SINGLE_OBJECT_HEADER = 10;

    private static final DealFormat DEALS = new DealFormat();
    private static final TrainingFormat TRAININGS = new TrainingFormat();
    private static final ContentFormat CONTENTS = new ContentFormat();
    private static final ProgrammeFormat PROGRAMMES = new ProgrammeFormat();
    private static final RepFormat REPS = new RepFormat();
    private static final QuotaFormat QUOTAS = new QuotaFormat();

    private EventTopics() {}

    /** Makes and fills the topics. */
    public static void fill(String bootstrapServers, String set, SalesEvents events)
            throws ExecutionException, InterruptedException {
        create(bootstrapServers, set);
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = producer(bootstrapServers)) {
            for (long place = 0; place < events.size(); place++) {
                for (ProducerRecord<byte[], byte[]> record : records(set, events.event(place))) {
                    producer.send(
                            record,
                            (stored, problem) -> {
                                if (problem != null) {
                                    failure.compareAndSet(null, problem);
                                }
                            });
                }
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka did not take an event", failure.get());
        }
    }

    /** The number by which a registry knows the family's schema. */
    public static int schemaId(Family family) {
        return family.ordinal() + 1;
    }

    private static void create(String bootstrapServers, String set)
            throws ExecutionException, InterruptedException {
        List<NewTopic> topics = new ArrayList<>();
        for (Family family : Family.values()) {
            topics.add(topic(set + family.topic()));
        }
        for (Family family : ASKED) {
            topics.add(topic(set + FRAMED + family.topic()));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics).all().get();
        }
        topics.forEach(topic -> KafkaEnds.awaitLeaders(bootstrapServers, topic.name()));
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1"));
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "linger.ms",
                        20,
                        "batch.size",
                        256 * 1024,
                        "compression.type",
                        "lz4");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static List<ProducerRecord<byte[], byte[]>> records(String set, Event event) {
        Family family = event.family();
        byte[] key = event.aggregate().getBytes(StandardCharsets.UTF_8);
        byte[] message = message(event);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(set + family.topic(), key, message);
        if (!ASKED.contains(family)) {
            return List.of(record);
        }
        String framed = set + FRAMED + family.topic();
        return List.of(record, new ProducerRecord<>(framed, key, framed(family, message)));
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
                .putInt(schemaId(family))
                .put(message, SINGLE_OBJECT_HEADER, body)
                .array();
    }
}
