package io.enablement.streaming.sink;

import java.util.Arrays;

/**
 * Rows of one table and one checkpoint that become visible together. It is part of the checkpoint,
 * so whoever commits it again inserts the same bytes under the same token.
 *
 * @param token what ClickHouse knows the block by; the same only for the same block
 * @param rows how many; 0 for the end of a checkpoint
 * @param bytes the rows in RowBinary, an LZ4 frame; empty when they lie in the file
 * @param file where the bytes of a large block lie; empty for all others
 */
public record Block(
        String table,
        long generation,
        long checkpoint,
        String token,
        int rows,
        byte[] bytes,
        String file) {
    private static final byte[] NOTHING = {};

    /** What a writer hands over last of each checkpoint, so that an empty one is known as well. */
    static Block end(long generation, long checkpoint) {
        return new Block("", generation, checkpoint, "", 0, NOTHING, "");
    }

    Block spilledTo(String newFile) {
        return new Block(table, generation, checkpoint, token, rows, NOTHING, newFile);
    }

    boolean isEnd() {
        return rows == 0;
    }

    boolean isSpilled() {
        return !file.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Block block
                && table.equals(block.table)
                && generation == block.generation
                && checkpoint == block.checkpoint
                && token.equals(block.token)
                && rows == block.rows
                && Arrays.equals(bytes, block.bytes)
                && file.equals(block.file);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    @Override
    public String toString() {
        return isEnd()
                ? "end of checkpoint " + checkpoint
                : "block %s of %d rows".formatted(token, rows);
    }
}
