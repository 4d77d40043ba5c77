package io.enablement.streaming.job;

import io.enablement.streaming.ingest.RawMessage;
import org.apache.flink.api.connector.source.Source;

/** Where a job gets the records of a topic from. */
public interface Messages {

    Source<RawMessage, ?, ?> of(String topic);
}
