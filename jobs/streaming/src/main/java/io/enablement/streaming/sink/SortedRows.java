package io.enablement.streaming.sink;

import java.util.Arrays;

/**
 * Puts rows into the order of their bytes: Bentley and Sedgewick's multikey quicksort (1997), eight
 * bytes at a time. It compares numbers and looks at the bytes of a row once for each eight that it
 * shares with others, where other sorts look at two rows for each comparison.
 */
final class SortedRows {

    /** From so many shared bytes on, rows are few or the same. */
    private static final int DEEP = 16 * Long.BYTES;

    private static final int FEW = 16;

    private final KeptRows rows;
    private final long[] places;

    /** Of each row the eight bytes that are compared next, so that numbers order them. */
    private final long[] numbers;

    private SortedRows(KeptRows rows, long[] places) {
        this.rows = rows;
        this.places = places;
        this.numbers = new long[places.length];
    }

    /** Sorts places of rows. */
    static void sort(KeptRows rows, long[] places) {
        new SortedRows(rows, places).sortFrom(0, 0, places.length);
    }

    /** Sorts rows whose bytes are the same before a byte. */
    private void sortFrom(int first, int from, int to) {
        if (to - from < FEW) {
            insert(from, to);
            return;
        }
        if (first >= DEEP) {
            sortByAllBytes(from, to);
            return;
        }
        for (int row = from; row < to; row++) {
            numbers[row] = rows.number(places[row], first);
        }
        sort(first, from, to);
    }

    private void sort(int first, int from, int to) {
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
            sortFrom(first + Long.BYTES, less, greater);
            if (less - start < end - greater) { // the smaller part, so that few calls are nested
                sort(first, start, less);
                start = greater;
            } else {
                sort(first, greater, end);
                end = less;
            }
        }
    }

    private void insert(int from, int to) {
        for (int next = from + 1; next < to; next++) {
            long place = places[next];
            int hole = next;
            while (hole > from && rows.compare(places[hole - 1], place) > 0) {
                places[hole] = places[hole - 1];
                hole--;
            }
            places[hole] = place;
        }
    }

    private void sortByAllBytes(int from, int to) {
        Long[] some = new Long[to - from];
        Arrays.setAll(some, row -> places[from + row]);
        Arrays.sort(some, rows::compare);
        for (int row = from; row < to; row++) {
            places[row] = some[row - from];
        }
    }

    private void swap(int one, int other) {
        long number = numbers[one];
        numbers[one] = numbers[other];
        numbers[other] = number;
        long place = places[one];
        places[one] = places[other];
        places[other] = place;
    }

    private static long median(long one, long two, long three) {
        return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
    }
}
