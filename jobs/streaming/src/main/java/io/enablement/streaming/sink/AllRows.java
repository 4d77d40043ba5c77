package io.enablement.streaming.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * Every row of a ledger. As soon as a block is full its rows are kept compressed; they cannot leave
 * earlier because the number of the checkpoint, which stands in each row, is not known yet.
 */
final class AllRows implements PendingRows {
    private static final Comparator<Row> BY_COLUMNS =
            Comparator.comparing(Row::columns, Arrays::compare);

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
        List<Row> sorted = rows;
        sorted.sort(BY_COLUMNS);
        rows = new ArrayList<>();
        bytes = 0;
        return sorted;
    }

    private static byte[] pack(List<Row> rows) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(Lz4.compressing(packed))) {
            out.writeInt(rows.size());
            for (Row row : rows) {
                out.writeInt(row.columns().length);
                out.write(row.columns());
            }
        }
        return packed.toByteArray();
    }

    private List<Row> unpack(byte[] packed) throws IOException {
        try (DataInputStream in =
                new DataInputStream(Lz4.decompressing(new ByteArrayInputStream(packed)))) {
            int size = in.readInt();
            List<Row> rows = new ArrayList<>(size);
            for (int index = 0; index < size; index++) {
                byte[] columns = in.readNBytes(in.readInt());
                rows.add(new Row(table.name(), Row.NO_KEY, columns, false));
            }
            return rows;
        }
    }
}
