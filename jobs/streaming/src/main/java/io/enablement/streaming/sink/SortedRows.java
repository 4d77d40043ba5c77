package io.enablement.streaming.sink;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Puts rows into the order of their bytes: Bentley and Sedgewick's multikey quicksort (1997), eight
 * bytes at a time. It compares numbers and looks at the bytes of a row once for each eight that it
 * shares with others, where other sorts look at two rows for each comparison.
 */
final class SortedRows {

    /** From so many shared bytes on, rows are few or the same. */
    private static final int DEEP = 16 * Long.BYTES;

    private static final int FEW = 16;

    private final Function<Row, byte[]> bytes;
    private final Comparator<Row> byAllBytes;
    private final Row[] rows;

    /** Of each row the eight bytes that are compared next, so that numbers order them. */
    private final long[] numbers;

    private SortedRows(Function<Row, byte[]> bytes, Row[] rows) {
        this.bytes = bytes;
        this.byAllBytes = Comparator.comparing(bytes, Arrays::compareUnsigned);
        this.rows = rows;
        this.numbers = new long[rows.length];
    }

    static List<Row> by(Function<Row, byte[]> bytes, Collection<Row> rows) {
        SortedRows sorted = new SortedRows(bytes, rows.toArray(Row[]::new));
        sorted.sortFrom(0, 0, rows.size());
        return Arrays.asList(sorted.rows);
    }

    /** Sorts rows whose bytes are the same before a place. */
    private void sortFrom(int place, int from, int to) {
        if (to - from < FEW || place >= DEEP) {
            Arrays.sort(rows, from, to, byAllBytes);
            return;
        }
        for (int row = from; row < to; row++) {
            numbers[row] = number(bytes.apply(rows[row]), place);
        }
        sort(place, from, to);
    }

    private void sort(int place, int from, int to) {
        int start = from;
        int end = to;
        while (end - start > 1) {
            long pivot = median(numbers[start], numbers[(start + end) >>> 1], numbers[end - 1]);
            int less = start;
            int greater = end;
            for (int row = start; row < greater; ) {
                if (numbers[row] < pivot) {
                    swap(less++, row++);
                } else if (numbers[row] > pivot) {
                    swap(row, --greater);
                } else {
                    row++;
                }
            }
            sortFrom(place + Long.BYTES, less, greater);
            if (less - start < end - greater) { // the smaller part, so that few calls are nested
                sort(place, start, less);
                start = greater;
            } else {
                sort(place, greater, end);
                end = less;
            }
        }
    }

    private void swap(int one, int other) {
        long number = numbers[one];
        numbers[one] = numbers[other];
        numbers[other] = number;
        Row row = rows[one];
        rows[one] = rows[other];
        rows[other] = row;
    }

    /** Eight bytes from a place on as a number of the same order; missing ones count as zeros. */
    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int place = from; place < from + Long.BYTES; place++) {
            number = number << Byte.SIZE | (place < bytes.length ? bytes[place] & 0xFF : 0);
        }
        return number ^ Long.MIN_VALUE;
    }

    private static long median(long one, long two, long three) {
        return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
    }
}
