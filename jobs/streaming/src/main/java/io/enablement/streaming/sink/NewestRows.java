package io.enablement.streaming.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.function.ThrowingConsumer;

/** The last row of each key: one write per changed key and checkpoint, however many events. */
final class NewestRows implements PendingRows {
    private static final Comparator<Row> BY_KEY = Comparator.comparing(Row::key, Arrays::compare);

    private final SinkSettings settings;
    private final Map<ByteBuffer, Row> newest = new HashMap<>();

    NewestRows(SinkSettings settings) {
        this.settings = settings;
    }

    @Override
    public void add(Row row) {
        newest.put(ByteBuffer.wrap(row.key()), row);
    }

    @Override
    public void drain(ThrowingConsumer<List<Row>, IOException> blocks) throws IOException {
        List<Row> sorted = new ArrayList<>(newest.values());
        newest.clear();
        sorted.sort(BY_KEY);
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
}
