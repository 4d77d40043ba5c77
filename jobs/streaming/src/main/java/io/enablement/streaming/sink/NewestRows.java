package io.enablement.streaming.sink;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.function.ThrowingConsumer;

/** The last row of each key: one write per changed key and checkpoint, however many events. */
final class NewestRows implements PendingRows {
    private final SinkSettings settings;
    private final Map<Key, Row> newest = new HashMap<>();

    NewestRows(SinkSettings settings) {
        this.settings = settings;
    }

    @Override
    public void add(Row row) {
        newest.put(new Key(row.key()), row);
    }

    @Override
    public void drain(ThrowingConsumer<List<Row>, IOException> blocks) throws IOException {
        List<Row> sorted = SortedRows.by(Row::key, newest.values());
        newest.clear();
        int start = 0;
        while (start < sorted.size()) {
            int end = endOfBlock(sorted, start);
            blocks.accept(sorted.subList(start, end));
            start = end;
        }
    }

    private int endOfBlock(List<Row> sorted, int start) {
        long bytes = 0;
        int end = start;
        while (end < sorted.size()
                && end - start < settings.rowsPerBlock()
                && bytes < settings.bytesPerBlock()) {
            bytes += sorted.get(end).size();
            end++;
        }
        return end;
    }

    /** The key of a row, by its bytes. */
    private record Key(byte[] bytes) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
