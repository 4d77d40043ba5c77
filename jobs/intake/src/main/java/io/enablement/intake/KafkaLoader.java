package io.enablement.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends the messages of files to Kafka, as fast as the broker takes them. */
public final class KafkaLoader implements AutoCloseable {

    private static final int PROGRESS_EVERY = 10_000;

    private final Producer<byte[], byte[]> producer;

    KafkaLoader(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    public static KafkaLoader connect(String bootstrapServers) {
        return new KafkaLoader(new KafkaProducer<>(producerSettings(bootstrapServers)));
    }

    /**
     * Sends everything that is left in the file and returns when Kafka has confirmed all of it.
     * Fails with {@link KafkaException} where Kafka refuses a message; what was sent before stays,
     * and loading the same file again does no harm.
     */
    public IntakeSummary load(EventFile file, Progress progress) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        long messages = 0;
        long bytes = 0;
        while (file.hasNext()) {
            Message message = file.next();
            send(message, failure);
            messages++;
            bytes += message.value().length;
            if (messages % PROGRESS_EVERY == 0) {
                progress.sent(messages, bytes);
            }
        }
        producer.flush();
        failOn(failure);
        progress.sent(messages, bytes);
        return file.summary();
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Blocks while the buffer is full: the broker sets the pace. */
    private void send(Message message, AtomicReference<Exception> failure) {
        failOn(failure);
        producer.send(
                record(message),
                (metadata, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    }
                });
    }

    private static void failOn(AtomicReference<Exception> failure) {
        if (failure.get() != null) {
            throw new KafkaException(
                    "Kafka did not take a message: " + failure.get().getMessage(), failure.get());
        }
    }

    /** A message as Kafka takes it. */
    public static ProducerRecord<byte[], byte[]> record(Message message) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(message.topic(), utf8(message.key()), message.value());
        message.headers().forEach((name, value) -> record.headers().add(name, utf8(value)));
        return record;
    }

    static Map<String, Object> producerSettings(String bootstrapServers) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 20),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024),
                // As patient with a full buffer as with a record on its way.
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 120_000L),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
