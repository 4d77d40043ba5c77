package io.enablement.streaming.sink;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.flink.util.MathUtils;

/**
 * A row on its way to a table.
 *
 * @param table the table's name
 * @param key the key columns in RowBinary; empty for rows that are only ever added
 * @param columns all columns after the technical ones in RowBinary, key columns first
 * @param deleted whether the key has ceased to exist; only a {@link Table#replaces() replacing}
 *     table knows that
 */
public record Row(String table, byte[] key, byte[] columns, boolean deleted) {
    private static final String NO_TABLE = "";
    static final byte[] NO_KEY = {};

    /** The row of a ledger: it is added and never replaced. */
    public static Row added(String table, RowBytes columns) {
        return new Row(table, NO_KEY, columns.toBytes(), false);
    }

    /** The newest row of a key. */
    public static Row replacing(String table, byte[] key, RowBytes columns) {
        return new Row(table, key, columns.toBytes(), false);
    }

    /** The tombstone of a key; its other columns are there, but nobody reads them. */
    public static Row deleting(String table, byte[] key, RowBytes columns) {
        return new Row(table, key, columns.toBytes(), true);
    }

    /** What stands behind the last row of a checkpoint and says its number. */
    static Row mark(long checkpoint) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(checkpoint).array();
        return new Row(NO_TABLE, number, new byte[0], false);
    }

    boolean marksCheckpoint() {
        return table.equals(NO_TABLE);
    }

    long markedCheckpoint() {
        return ByteBuffer.wrap(key).getLong();
    }

    /** Two versions of one key always have the same; added rows spread evenly. */
    int spread() {
        int hash = Arrays.hashCode(key.length == 0 ? columns : key);
        return MathUtils.murmurHash(31 * table.hashCode() + hash);
    }

    int size() {
        return key.length + columns.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row
                && table.equals(row.table)
                && Arrays.equals(key, row.key)
                && Arrays.equals(columns, row.columns)
                && deleted == row.deleted;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(columns) + 31 * table.hashCode();
    }

    @Override
    public String toString() {
        if (marksCheckpoint()) {
            return "end of checkpoint " + markedCheckpoint();
        }
        return "%s%s row of %d bytes".formatted(deleted ? "deleted " : "", table, columns.length);
    }
}
