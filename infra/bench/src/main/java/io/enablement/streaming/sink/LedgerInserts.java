package io.enablement.streaming.sink;

import io.enablement.domain.rep.LedgerEntry;
import io.enablement.streaming.sink.tables.RepLedgerTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the sink does with the rows of one table, without Flink around it. */
public final class LedgerInserts implements AutoCloseable {

    private static final RepLedgerTable TABLE = new RepLedgerTable();
    private static final int WRITER = 0;

    private final ClickHouse clickHouse;
    private final EncodeBlocks encoder;
    private final AllRows pending;
    private final long checkpoint;
    private int number;

    /**
     * @param generation whose rows these are, different for each run
     */
    public LedgerInserts(ClickHouseSettings settings, long generation) {
        SinkSettings sink =
                new SinkSettings(
                        settings,
                        "bench",
                        generation,
                        "",
                        "unused",
                        SinkSettings.ROWS_PER_BLOCK,
                        SinkSettings.BYTES_PER_BLOCK,
                        Integer.MAX_VALUE,
                        new java.util.TreeMap<>());
        this.clickHouse = new ClickHouse(settings);
        this.encoder = new EncodeBlocks(sink, WRITER);
        this.pending = new AllRows(sink);
        this.checkpoint = 1;
    }

    public void add(LedgerEntry entry) throws IOException {
        pending.add(TABLE.map(entry));
    }

    /** Cuts the blocks of the checkpoint and inserts each under its token. */
    public void commit() throws IOException {
        List<Block> blocks = new ArrayList<>();
        pending.drain(
                rows -> blocks.add(encoder.encode(TABLE.table(), checkpoint, number++, rows)));
        for (Block block : blocks) {
            clickHouse.insert(TABLE.table(), block.token(), block.bytes());
        }
    }

    /** Rows as a file that ClickHouse reads by itself: all columns in RowBinary. */
    public static byte[] rowBinary(Iterable<LedgerEntry> entries, SinkSettings settings) {
        byte[] technical = TABLE.table().technical(settings, 1, false).toBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (LedgerEntry entry : entries) {
            out.writeBytes(technical);
            out.writeBytes(TABLE.map(entry).columns());
        }
        return out.toByteArray();
    }

    public static List<String> columns() {
        return TABLE.table().allColumns();
    }

    @Override
    public void close() {
        clickHouse.close();
    }
}
