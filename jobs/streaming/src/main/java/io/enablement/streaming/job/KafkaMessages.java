package io.enablement.streaming.job;

import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.ReadRawMessage;
import java.util.Properties;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * The topics of a Kafka cluster, read from their beginning or from where a savepoint left off. The
 * offsets that are committed with each checkpoint only show how far the job has come.
 */
public record KafkaMessages(String bootstrapServers, String group) implements Messages {

    private static final String DISCOVER_PARTITIONS_EVERY_MILLIS = "60000";
    private static final String MOST_RECORDS_PER_POLL = "5000";

    @Override
    public Source<RawMessage, ?, ?> of(String topic) {
        return KafkaSource.<RawMessage>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(topic)
                .setGroupId(group)
                .setClientIdPrefix(group + "-" + topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new ReadRawMessage())
                .setProperties(properties())
                .build();
    }

    /** What a producer takes back with its transaction has never been said. */
    static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("max.poll.records", MOST_RECORDS_PER_POLL);
        properties.setProperty("partition.discovery.interval.ms", DISCOVER_PARTITIONS_EVERY_MILLIS);
        return properties;
    }
}
