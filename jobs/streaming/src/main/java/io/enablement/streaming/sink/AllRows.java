package io.enablement.streaming.sink;

import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * Every row of a ledger. As soon as a block is full its rows are kept compressed; they cannot leave
 * earlier because the number of the checkpoint, which stands in each row, is not known yet.
 */
final class AllRows implements PendingRows {
    private final Table table;
    private final SinkSettings settings;
    private final List<byte[]> fullBlocks = new ArrayList<>();
    private List<Row> rows = new ArrayList<>();
    private long bytes;

    AllRows(Table table, SinkSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    @Override
    public void add(Row row) throws IOException {
        rows.add(row);
        bytes += row.size();
        if (rows.size() >= settings.rowsPerBlock() || bytes >= settings.bytesPerBlock()) {
            fullBlocks.add(pack(takeSorted()));
        }
    }

    @Override
    public void drain(ThrowingConsumer<List<Row>, IOException> blocks) throws IOException {
        for (byte[] packed : fullBlocks) {
            blocks.accept(unpack(packed));
        }
        fullBlocks.clear();
        if (!rows.isEmpty()) {
            blocks.accept(takeSorted());
        }
    }

    private List<Row> takeSorted() {
        List<Row> sorted = SortedRows.by(Row::columns, rows);
        rows = new ArrayList<>();
        bytes = 0;
        return sorted;
    }

    private static byte[] pack(List<Row> rows) throws IOException {
        PackedWriter packed = new PackedWriter();
        rows.forEach(row -> packed.bytes(row.columns()));
        return Lz4.compress(packed.toBytes());
    }

    private List<Row> unpack(byte[] compressed) throws IOException {
        PackedReader packed = new PackedReader(Lz4.decompress(compressed));
        List<Row> rows = new ArrayList<>();
        while (packed.hasMore()) {
            rows.add(new Row(table.name(), Row.NO_KEY, packed.bytes(), false));
        }
        return rows;
    }
}
