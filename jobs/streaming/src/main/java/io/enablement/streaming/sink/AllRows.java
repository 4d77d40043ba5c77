package io.enablement.streaming.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * Every row of a ledger. As soon as a block is full its rows are kept compressed; they cannot leave
 * earlier because the number of the checkpoint, which stands in each row, is not known yet.
 */
final class AllRows implements PendingRows {
    private static final int FIRST_ROOM = 1024;

    private final SinkSettings settings;
    private final List<FullBlock> fullBlocks = new ArrayList<>();
    private KeptRows rows = new KeptRows();
    private long[] places = new long[FIRST_ROOM];
    private int count;
    private long bytes;

    AllRows(SinkSettings settings) {
        this.settings = settings;
    }

    @Override
    public void add(Row row) throws IOException {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = rows.add(row, 0);
        bytes += row.size();
        if (count >= settings.rowsPerBlock() || bytes >= settings.bytesPerBlock()) {
            fullBlocks.add(FullBlock.of(takeSorted()));
        }
    }

    @Override
    public void drain(ThrowingConsumer<RowsOfBlock, IOException> blocks) throws IOException {
        for (FullBlock full : fullBlocks) {
            blocks.accept(full.rows());
        }
        fullBlocks.clear();
        if (count > 0) {
            blocks.accept(takeSorted());
        }
    }

    private RowsOfBlock takeSorted() {
        long[] sorted = Arrays.copyOf(places, count);
        SortedRows.sort(rows, sorted);
        RowsOfBlock taken = RowsOfBlock.all(rows, sorted);
        rows = new KeptRows();
        count = 0;
        bytes = 0;
        return taken;
    }

    /** The rows of a block, sorted and compressed. */
    private record FullBlock(int count, int length, byte[] compressed) {

        static FullBlock of(RowsOfBlock rows) throws IOException {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            int length;
            try (OutputStream out = Lz4.compressing(compressed)) {
                length = rows.rows().copy(rows.places(), out);
            }
            return new FullBlock(rows.count(), length, compressed.toByteArray());
        }

        RowsOfBlock rows() throws IOException {
            KeptRows rows = KeptRows.of(Lz4.decompress(compressed, length));
            return RowsOfBlock.all(rows, rows.placesOfCopy(count));
        }
    }
}
