package io.enablement.streaming.job;

import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.ReadRawMessage;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topics of a test, whose names have a prefix; reading them fails once, when it is told to. */
record OnceFailingMessages(String bootstrapServers, String prefix) implements Messages {

    private static final AtomicBoolean FAILS_NEXT = new AtomicBoolean();

    static void failNext() {
        FAILS_NEXT.set(true);
    }

    static boolean hasFailed() {
        return !FAILS_NEXT.get();
    }

    @Override
    public Source<RawMessage, ?, ?> of(String topic) {
        return KafkaSource.<RawMessage>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(prefix + topic)
                .setGroupId("failing")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new FailingOnce())
                .build();
    }

    private static final class FailingOnce implements KafkaRecordDeserializationSchema<RawMessage> {
        private static final long serialVersionUID = 1;

        private final ReadRawMessage messages = new ReadRawMessage();

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawMessage> out)
                throws IOException {
            if (FAILS_NEXT.getAndSet(false)) {
                throw new IOException("as it was told");
            }
            messages.deserialize(record, out);
        }

        @Override
        public TypeInformation<RawMessage> getProducedType() {
            return messages.getProducedType();
        }
    }
}
