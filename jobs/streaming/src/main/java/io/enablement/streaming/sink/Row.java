package io.enablement.streaming.sink;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.flink.util.MathUtils;

/**
 * A row on its way to a table.
 *
 * @param table the table's name
 * @param keyLength how many of its bytes are the key columns; 0 for rows that are only ever added
 * @param columns all columns after the technical ones in RowBinary, key columns first
 * @param deleted whether the key has ceased to exist; only a {@link Table#replaces() replacing}
 *     table knows that
 */
public record Row(String table, int keyLength, byte[] columns, boolean deleted) {
    private static final String NO_TABLE = "";

    /** The row of a ledger: it is added and never replaced. */
    public static Row added(String table, RowBytes columns) {
        return new Row(table, 0, columns.toBytes(), false);
    }

    /** The newest row of a key. */
    public static Row replacing(String table, int keyLength, RowBytes columns) {
        return new Row(table, keyLength, columns.toBytes(), false);
    }

    /** The tombstone of a key; its other columns are there, but nobody reads them. */
    public static Row deleting(String table, int keyLength, RowBytes columns) {
        return new Row(table, keyLength, columns.toBytes(), true);
    }

    /** What stands behind the last row of a checkpoint and says its number. */
    static Row mark(long checkpoint) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(checkpoint).array();
        return new Row(NO_TABLE, 0, number, false);
    }

    /** The key columns in RowBinary. */
    public byte[] key() {
        return Arrays.copyOf(columns, keyLength);
    }

    /** The same for equal keys. */
    int keyHash() {
        return hash(keyLength);
    }

    boolean marksCheckpoint() {
        return table.equals(NO_TABLE);
    }

    long markedCheckpoint() {
        return ByteBuffer.wrap(columns).getLong();
    }

    /** Two versions of one key always have the same; added rows spread evenly. */
    int spread() {
        int hash = hash(keyLength == 0 ? columns.length : keyLength);
        return MathUtils.murmurHash(31 * table.hashCode() + hash);
    }

    int size() {
        return columns.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row
                && table.equals(row.table)
                && keyLength == row.keyLength
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

    private int hash(int length) {
        int hash = 1;
        for (int place = 0; place < length; place++) {
            hash = 31 * hash + columns[place];
        }
        return hash;
    }
}
