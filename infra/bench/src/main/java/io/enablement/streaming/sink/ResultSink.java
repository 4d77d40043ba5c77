package io.enablement.streaming.sink;

import java.io.IOException;
import java.io.Serializable;
import java.util.function.Predicate;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreWriteTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The product's sink, given the rows of some tables alone. */
public final class ResultSink
        implements Sink<Row>,
                SupportsPreWriteTopology<Row>,
                SupportsCommitter<Block>,
                SupportsPreCommitTopology<Block, Block> {

    private static final long serialVersionUID = 1;

    private final ClickHouseSink sink;
    private final Written written;

    /** Which tables are written, by name. */
    private record Written(Predicate<String> tables) implements Serializable {}

    /**
     * @param written a serializable predicate of the table's name
     */
    public ResultSink(ClickHouseSink sink, Predicate<String> written) {
        this.sink = sink;
        this.written = new Written(written);
    }

    @Override
    public DataStream<Row> addPreWriteTopology(DataStream<Row> rows) {
        Written kept = written;
        return sink.addPreWriteTopology(
                rows.filter(row -> kept.tables().test(row.table())).uid("written-tables"));
    }

    @Override
    public SinkWriter<Row> createWriter(WriterInitContext context) {
        return sink.createWriter(context);
    }

    @Override
    public Committer<Block> createCommitter(CommitterInitContext context) throws IOException {
        return sink.createCommitter(context);
    }

    @Override
    public SimpleVersionedSerializer<Block> getCommittableSerializer() {
        return sink.getCommittableSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Block> getWriteResultSerializer() {
        return sink.getWriteResultSerializer();
    }

    @Override
    public DataStream<CommittableMessage<Block>> addPreCommitTopology(
            DataStream<CommittableMessage<Block>> blocks) {
        return sink.addPreCommitTopology(blocks);
    }
}
