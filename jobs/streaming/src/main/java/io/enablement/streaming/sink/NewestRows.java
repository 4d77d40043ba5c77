package io.enablement.streaming.sink;

import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.util.MathUtils;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * The last row of each key: one write per changed key and checkpoint, however many events. They are
 * found by a hash table with linear probing, at most half full.
 */
final class NewestRows implements PendingRows {
    private static final int FIRST_ROOM = 1024;
    private static final long NONE = -1;

    /** So many bytes of outdated rows stay, and as many as the others have. */
    private static final long MOST_OUTDATED_BYTES = 1024 * 1024;

    private final SinkSettings settings;
    private KeptRows rows = new KeptRows();
    private long[] newest = room(FIRST_ROOM);
    private int count;

    /** Bytes of the rows that are the last of their key, and of those that are not any more. */
    private long living;

    private long outdated;

    NewestRows(SinkSettings settings) {
        this.settings = settings;
    }

    @Override
    public void add(Row row) {
        int hash = row.keyHash();
        int slot = slot(row, hash);
        if (newest[slot] == NONE) {
            count++;
        } else {
            living -= rows.length(newest[slot]);
            outdated += rows.length(newest[slot]);
        }
        newest[slot] = rows.add(row, hash);
        living += row.size();
        if (2 * count > newest.length) {
            grow();
        }
        if (outdated > living + MOST_OUTDATED_BYTES) {
            dropOutdated();
        }
    }

    /** By their columns, which begin with the key: each key is there once. */
    @Override
    public void drain(ThrowingConsumer<RowsOfBlock, IOException> blocks) throws IOException {
        long[] sorted = Arrays.stream(newest).filter(place -> place != NONE).toArray();
        SortedRows.sort(rows, sorted);
        int start = 0;
        while (start < sorted.length) {
            int end = endOfBlock(sorted, start);
            blocks.accept(new RowsOfBlock(rows, sorted, start, end));
            start = end;
        }
        rows = new KeptRows();
        newest = room(FIRST_ROOM);
        count = 0;
        living = 0;
        outdated = 0;
    }

    /** Where the key of the row is, or belongs. */
    private int slot(Row row, int hash) {
        int slot = first(hash);
        while (newest[slot] != NONE && !holds(newest[slot], row, hash)) {
            slot = next(slot);
        }
        return slot;
    }

    private boolean holds(long place, Row row, int hash) {
        return rows.keyHash(place) == hash && rows.hasKeyOf(place, row);
    }

    private void grow() {
        long[] former = newest;
        newest = room(2 * former.length);
        for (long place : former) {
            if (place != NONE) {
                int slot = first(rows.keyHash(place));
                while (newest[slot] != NONE) {
                    slot = next(slot);
                }
                newest[slot] = place;
            }
        }
    }

    private void dropOutdated() {
        KeptRows kept = new KeptRows();
        for (int slot = 0; slot < newest.length; slot++) {
            if (newest[slot] != NONE) {
                newest[slot] = kept.add(rows, newest[slot]);
            }
        }
        rows = kept;
        outdated = 0;
    }

    private int first(int hash) {
        return MathUtils.murmurHash(hash) & (newest.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (newest.length - 1);
    }

    private int endOfBlock(long[] sorted, int start) {
        long bytes = 0;
        int end = start;
        while (end < sorted.length
                && end - start < settings.rowsPerBlock()
                && bytes < settings.bytesPerBlock()) {
            bytes += rows.length(sorted[end]);
            end++;
        }
        return end;
    }

    private static long[] room(int slots) {
        long[] room = new long[slots];
        Arrays.fill(room, NONE);
        return room;
    }
}
