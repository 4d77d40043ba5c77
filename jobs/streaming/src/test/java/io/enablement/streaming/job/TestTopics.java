package io.enablement.streaming.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Family;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.ReadRejected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topics that a test fills, each with a prefix of its own. */
final class TestTopics implements AutoCloseable {

    private static final int PARTITIONS = 2;

    private static final RetryPolicy<Object> UNTIL_KNOWN =
            RetryPolicy.builder()
                    .handle(ExecutionException.class)
                    .withDelay(Duration.ofMillis(100))
                    .withMaxAttempts(1_000)
                    .build();

    private final String prefix;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private TestTopics(String prefix, KafkaProducer<byte[], byte[]> producer) {
        this.prefix = prefix;
        this.producer = producer;
    }

    static TestTopics create(String bootstrapServers, String prefix)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 50);
        List<NewTopic> topics =
                Stream.concat(
                                Stream.of(Family.values()).map(Family::topic),
                                Stream.of(ReadRejected.TOPIC))
                        .map(topic -> new NewTopic(prefix + topic, PARTITIONS, (short) 1))
                        .map(topic -> topic.configs(Map.of("retention.ms", "-1")))
                        .toList();
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(topics).all().get();
            // Only a leader answers; before there is one nothing can be sent in order. A topic that
            // was just made may still be unknown.
            Failsafe.with(UNTIL_KNOWN).get(() -> admin.listOffsets(ends(topics)).all().get());
        }
        return new TestTopics(
                prefix,
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    private static Map<TopicPartition, OffsetSpec> ends(List<NewTopic> topics) {
        return topics.stream()
                .flatMap(
                        topic ->
                                IntStream.range(0, PARTITIONS)
                                        .mapToObj(part -> new TopicPartition(topic.name(), part)))
                .collect(
                        Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }

    void send(Event event) {
        send(LoggedEvents.message(event, 0));
    }

    void send(RawMessage message) {
        send(message, message.timestampMillis(), stored -> {});
    }

    /**
     * Hands the message on with its place, once it has one. It is not sent at the time it names: a
     * broker that was killed has forgotten producers whose records are older than a day, and stores
     * twice what they repeat.
     */
    void sendNow(RawMessage message, Consumer<RawMessage> stored) {
        send(message, null, stored);
    }

    private void send(RawMessage message, Long timestampMillis, Consumer<RawMessage> stored) {
        ProducerRecord<byte[], byte[]> logged =
                new ProducerRecord<>(
                        prefix + message.topic(),
                        null,
                        timestampMillis,
                        message.key(),
                        message.value());
        message.headers()
                .forEach((name, value) -> logged.headers().add(name, value.getBytes(UTF_8)));
        producer.send(
                logged,
                (place, problem) -> {
                    if (problem == null) {
                        stored.accept(at(place, message));
                    } else {
                        failure.compareAndSet(null, problem);
                    }
                });
    }

    private static RawMessage at(RecordMetadata place, RawMessage message) {
        return new RawMessage(
                message.topic(),
                place.partition(),
                place.offset(),
                place.timestamp(),
                message.key(),
                message.value(),
                message.headers());
    }

    @Override
    public void close() {
        producer.close();
        if (failure.get() != null) {
            throw new IllegalStateException("An event was not sent", failure.get());
        }
    }
}
