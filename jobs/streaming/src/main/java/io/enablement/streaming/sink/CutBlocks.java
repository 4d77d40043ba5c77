package io.enablement.streaming.sink;

import static org.apache.flink.util.Preconditions.checkState;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;

/**
 * Gathers rows and cuts them into blocks at the end of each checkpoint. It keeps nothing in Flink's
 * state: every row that came before a checkpoint leaves with it.
 */
final class CutBlocks implements CommittingSinkWriter<Row, Block> {
    private final SinkSettings settings;
    private final EncodeBlocks encode;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, PendingRows> pending = new LinkedHashMap<>();
    private List<Block> blocks = new ArrayList<>();

    CutBlocks(SinkSettings settings, List<Table> tables, int writer) {
        this.settings = settings;
        this.encode = new EncodeBlocks(settings, writer);
        for (Table table : tables) {
            this.tables.put(table.name(), table);
            this.pending.put(table.name(), PendingRows.of(table, settings));
        }
    }

    @Override
    public void write(Row row, Context context) throws IOException {
        if (row.marksCheckpoint()) {
            cut(row.markedCheckpoint());
            return;
        }
        Table table = tables.get(row.table());
        checkState(table != null, "No table %s is among those of this sink", row.table());
        checkState(table.replaces() || !row.deleted(), "A row of %s is deleted", row.table());
        pending.get(row.table()).add(row);
    }

    @Override
    public void flush(boolean endOfInput) {
        // Everything leaves with prepareCommit, which Flink calls next.
    }

    @Override
    public Collection<Block> prepareCommit() {
        checkState(!blocks.isEmpty(), "The rows of a checkpoint end without its mark");
        List<Block> result = blocks;
        blocks = new ArrayList<>();
        return result;
    }

    @Override
    public void close() {
        pending.clear();
    }

    private void cut(long checkpoint) throws IOException {
        for (Table table : tables.values()) {
            pending.get(table.name())
                    .drain(
                            rows ->
                                    blocks.add(
                                            encode.encode(table, checkpoint, blocks.size(), rows)));
        }
        blocks.add(Block.end(settings.generation(), checkpoint));
    }
}
