package io.enablement.bench.pipeline;

import io.enablement.bench.contest.Clock;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.ReadRawMessage;
import io.enablement.streaming.job.Messages;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topics of a set from their beginning to what stands in them now, read as the jobs do. */
public record BoundedTopics(String bootstrapServers, String set) implements Messages {

    private static final ReadRawMessage READ = new ReadRawMessage();

    @Override
    public Source<RawMessage, ?, ?> of(String topic) {
        return beginning(bootstrapServers, set, topic)
                .setBounded(OffsetsInitializer.latest())
                .setDeserializer(new ClockedRead())
                .build();
    }

    /** As the product's job reads. */
    static KafkaSourceBuilder<RawMessage> beginning(
            String bootstrapServers, String set, String topic) {
        Properties properties = new Properties();
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("max.poll.records", "5000");
        return KafkaSource.<RawMessage>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(set + topic)
                .setGroupId("bench")
                .setClientIdPrefix("bench-" + topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperties(properties);
    }

    /** Starts the clock with the first record. */
    private static final class ClockedRead implements KafkaRecordDeserializationSchema<RawMessage> {

        private static final long serialVersionUID = 1;

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawMessage> out) {
            Clock.eventIsRead();
            READ.deserialize(record, out);
        }

        @Override
        public TypeInformation<RawMessage> getProducedType() {
            return READ.getProducedType();
        }
    }
}
