package io.enablement.bench.question;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Where the topics of a set of events end. */
public final class KafkaEnds {

    private KafkaEnds() {}

    /**
     * A producer whose first batch meets a partition without a leader may find its later ones
     * stored before it, and then nothing is taken any more. Only a leader says where a partition
     * ends; the client asks until one does.
     */
    public static void awaitLeaders(String bootstrapServers, String topic) {
        records(bootstrapServers, topic);
    }

    /** The number of records of a topic that was filled without transactions. */
    public static long records(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            return consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
        }
    }
}
