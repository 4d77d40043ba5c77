package io.enablement.streaming.job;

import io.enablement.streaming.sink.Row;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink that keeps the rows of one run in memory. */
final class CollectedRows implements Sink<Row> {

    private static final long serialVersionUID = 1;
    private static final Map<String, List<Row>> RUNS = new ConcurrentHashMap<>();

    private final String run;

    CollectedRows(String run) {
        this.run = run;
        RUNS.put(run, new CopyOnWriteArrayList<>());
    }

    @Override
    public SinkWriter<Row> createWriter(WriterInitContext context) {
        return new Writer(RUNS.get(run));
    }

    List<Row> of(String table) {
        return RUNS.get(run).stream().filter(row -> row.table().equals(table)).toList();
    }

    /** The rows of a state table that a reader would see, by key. */
    Map<ByteBuffer, ByteBuffer> live(String table) {
        Map<ByteBuffer, ByteBuffer> live = new TreeMap<>();
        for (Row row : of(table)) {
            if (row.deleted()) {
                live.remove(ByteBuffer.wrap(row.key()));
            } else {
                live.put(ByteBuffer.wrap(row.key()), ByteBuffer.wrap(row.columns()));
            }
        }
        return live;
    }

    private record Writer(List<Row> rows) implements SinkWriter<Row> {

        @Override
        public void write(Row row, Context context) {
            rows.add(row);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
