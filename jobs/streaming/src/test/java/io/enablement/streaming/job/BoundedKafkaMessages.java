package io.enablement.streaming.job;

import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.ReadRawMessage;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** The topics of a test, whose names have a prefix, up to what stands in them at the start. */
record BoundedKafkaMessages(String bootstrapServers, String prefix) implements Messages {

    @Override
    public Source<RawMessage, ?, ?> of(String topic) {
        return KafkaSource.<RawMessage>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(prefix + topic)
                .setGroupId("bounded")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setDeserializer(new ReadRawMessage())
                .build();
    }
}
