package io.enablement.streaming.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
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

    Block encode(Table table, long checkpoint, int number, RowsOfBlock rows) throws IOException {
        byte[] rowBinary = rowBinary(table, checkpoint, rows);
        String token = token(table, checkpoint, number, rowBinary);
        byte[] compressed = Lz4.compress(rowBinary);
        Block block =
                new Block(
                        table.name(),
                        settings.generation(),
                        checkpoint,
                        token,
                        rows.count(),
                        compressed,
                        "");
        return compressed.length < settings.spillBytes() ? block : spilled.write(block);
    }

    private byte[] rowBinary(Table table, long checkpoint, RowsOfBlock rows) {
        byte[] living = table.technical(settings, checkpoint, false).toBytes();
        byte[] deleted = table.technical(settings, checkpoint, true).toBytes();
        long size = (long) rows.count() * living.length + rows.bytes();
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size));
        rows.write(bytes, living, deleted);
        return bytes.array();
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
}
