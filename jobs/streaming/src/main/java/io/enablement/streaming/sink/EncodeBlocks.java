package io.enablement.streaming.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import net.jpountz.xxhash.XXHashFactory;

/** Turns the rows of one table and checkpoint into a block. */
final class EncodeBlocks {
    private static final long SEED = 0;

    private final SinkSettings settings;
    private final int writer;
    private final SpilledBlocks spilled;

    EncodeBlocks(SinkSettings settings, int writer) {
        this.settings = settings;
        this.writer = writer;
        this.spilled = new SpilledBlocks(settings);
    }

    Block encode(Table table, long checkpoint, int number, List<Row> rows) throws IOException {
        byte[] rowBinary = rowBinary(table, checkpoint, rows);
        String token = token(table, checkpoint, number, rowBinary);
        byte[] compressed = compress(rowBinary);
        Block block =
                new Block(
                        table.name(),
                        settings.generation(),
                        checkpoint,
                        token,
                        rows.size(),
                        compressed,
                        "");
        return compressed.length < settings.spillBytes() ? block : spilled.write(block);
    }

    private byte[] rowBinary(Table table, long checkpoint, List<Row> rows) {
        byte[] living = table.technical(settings, checkpoint, false).toBytes();
        byte[] deleted = table.technical(settings, checkpoint, true).toBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Row row : rows) {
            out.writeBytes(row.deleted() ? deleted : living);
            out.writeBytes(row.columns());
        }
        return out.toByteArray();
    }

    /** Everything the block depends on, so that no other block ever has the same token. */
    private String token(Table table, long checkpoint, int number, byte[] rowBinary) {
        long hash =
                XXHashFactory.fastestInstance().hash64().hash(rowBinary, 0, rowBinary.length, SEED);
        return "%s:%d:%s:%d:%d:%d:%016x"
                .formatted(
                        settings.job(),
                        settings.generation(),
                        table.name(),
                        checkpoint,
                        writer,
                        number,
                        hash);
    }

    private static byte[] compress(byte[] rowBinary) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = Lz4.compressing(compressed)) {
            out.write(rowBinary);
        }
        return compressed.toByteArray();
    }
}
