package io.enablement.streaming.sink;

import java.io.IOException;
import org.apache.flink.util.function.ThrowingConsumer;

/** The rows of one table that wait for the end of their checkpoint. */
interface PendingRows {

    void add(Row row) throws IOException;

    /** Hands out all rows, sorted and in pieces of at most a block, and forgets them. */
    void drain(ThrowingConsumer<RowsOfBlock, IOException> blocks) throws IOException;

    static PendingRows of(Table table, SinkSettings settings) {
        return table.replaces() ? new NewestRows(settings) : new AllRows(settings);
    }
}
