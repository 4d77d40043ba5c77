package io.enablement.streaming.sink;

import java.nio.ByteBuffer;

/** Sorted rows that become a block: those at the places from one to before another. */
record RowsOfBlock(KeptRows rows, long[] places, int from, int to) {

    static RowsOfBlock all(KeptRows rows, long[] places) {
        return new RowsOfBlock(rows, places, 0, places.length);
    }

    int count() {
        return to - from;
    }

    /** Of their columns. */
    long bytes() {
        long bytes = 0;
        for (int row = from; row < to; row++) {
            bytes += rows.length(places[row]);
        }
        return bytes;
    }

    /** Each behind its technical columns. */
    void write(ByteBuffer out, byte[] living, byte[] deleted) {
        for (int row = from; row < to; row++) {
            out.put(rows.deleted(places[row]) ? deleted : living);
            rows.write(places[row], out);
        }
    }
}
