package io.enablement.streaming.job;

import io.enablement.domain.event.Event;
import io.enablement.domain.event.Family;
import io.enablement.streaming.ingest.ReadMessage;
import io.enablement.streaming.sink.Row;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The topics of the archive, on their way to the one sink. */
final class ArchivedTopics {

    private final StreamExecutionEnvironment env;
    private final Messages messages;
    private final ResultRows rows = new ResultRows();

    ArchivedTopics(StreamExecutionEnvironment env, Messages messages) {
        this.env = env;
        this.messages = messages;
    }

    void add(Family family, ReadMessage<?> reading) {
        add(family.topic(), reading);
    }

    <E extends Event> void add(String topic, ReadMessage<E> reading) {
        SingleOutputStreamOperator<Row> records =
                env.fromSource(
                                messages.of(topic),
                                WatermarkStrategy.noWatermarks(),
                                "Read " + topic)
                        .uid(topic)
                        .process(new ArchiveRecords<>(reading))
                        .returns(ResultRows.ROWS)
                        .uid("archive-" + topic)
                        .name("Archive " + topic);
        rows.addRows(records);
        rows.addProgress(topic, records.getSideOutput(ArchiveRecords.PROGRESS));
    }

    void sinkTo(Sink<Row> sink) {
        rows.sinkTo(sink);
    }
}
