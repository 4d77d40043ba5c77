package io.enablement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Sends records and tells where each of them stands. */
public final class RecordSender implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;

    RecordSender(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    public static RecordSender connect(String bootstrapServers) {
        return new RecordSender(
                new KafkaProducer<>(KafkaLoader.producerSettings(bootstrapServers)));
    }

    /**
     * Returns when Kafka has confirmed all records, with their places in the same order. Fails with
     * {@link KafkaException} where Kafka refuses one; those before it stay.
     */
    public List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records.forEach(record -> sent.add(producer.send(record)));
        producer.flush();
        List<RecordMetadata> places = new ArrayList<>();
        for (Future<RecordMetadata> each : sent) {
            places.add(place(each));
        }
        return places;
    }

    @Override
    public void close() {
        producer.close();
    }

    private static RecordMetadata place(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "Kafka did not take a record: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while Kafka took records", e);
        }
    }
}
