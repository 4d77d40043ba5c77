package io.enablement.streaming.job;

import io.enablement.streaming.ingest.RawMessage;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.datagen.functions.FromElementsGeneratorFunction;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/** Topics that are lists, read once from beginning to end. */
record ReplayedMessages(List<RawMessage> messages) implements Messages {

    @Override
    public Source<RawMessage, ?, ?> of(String topic) {
        List<RawMessage> ofTopic =
                messages.stream().filter(message -> message.topic().equals(topic)).toList();
        TypeInformation<RawMessage> type = TypeInformation.of(RawMessage.class);
        return new DataGeneratorSource<>(
                new FromElementsGeneratorFunction<>(type, new ExecutionConfig(), ofTopic),
                ofTopic.size(),
                type);
    }
}
