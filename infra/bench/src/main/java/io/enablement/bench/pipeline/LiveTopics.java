package io.enablement.bench.pipeline;

import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.ReadRawMessage;
import io.enablement.streaming.job.Messages;
import org.apache.flink.api.connector.source.Source;

/** The topics of a set from their beginning and on without an end, read as the jobs do. */
public record LiveTopics(String bootstrapServers, String set) implements Messages {

    @Override
    public Source<RawMessage, ?, ?> of(String topic) {
        return BoundedTopics.beginning(bootstrapServers, set, topic)
                .setDeserializer(new ReadRawMessage())
                .build();
    }
}
