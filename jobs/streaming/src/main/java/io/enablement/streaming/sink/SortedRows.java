package io.enablement.streaming.sink;

import java.util.Arrays;

/**
 * Puts rows into the order of their bytes, eight bytes at a time: many rows by a radix sort of
 * those bytes in which they differ (Knuth, The Art of Computer Programming 3, 5.2.5), some by
 * insertion. Both compare numbers and look at the bytes of a row once for each eight that it shares
 * with others, where other sorts look at two rows for each comparison.
 */
final class SortedRows {

    /** From so many shared bytes on, rows are the same, or nearly. */
    private static final int DEEP = 16 * Long.BYTES;

    /** Fewer are faster compared as they are. */
    private static final int FEW = 6;

    /** Fewer are inserted sooner than counted. */
    private static final int MANY = 64;

    private static final int VALUES = 1 << Byte.SIZE;

    private final KeptRows rows;
    private long[] places;

    /** Of each row the eight bytes that are compared next, so that numbers order them. */
    private long[] numbers;

    /** Where a radix sort puts both, in turns. */
    private long[] otherPlaces;

    private long[] otherNumbers;

    private SortedRows(KeptRows rows, long[] places) {
        this.rows = rows;
        this.places = places;
        this.numbers = new long[places.length];
        this.otherPlaces = new long[places.length];
        this.otherNumbers = new long[places.length];
    }

    /** Sorts places of rows. */
    static void sort(KeptRows rows, long[] places) {
        new SortedRows(rows, places).sortFrom(0, 0, places.length);
    }

    /** Sorts rows whose bytes are the same before a byte. */
    private void sortFrom(int first, int from, int to) {
        if (to - from < FEW) {
            insertByAllBytes(from, to);
            return;
        }
        if (first >= DEEP) {
            sortByAllBytes(from, to);
            return;
        }
        for (int row = from; row < to; row++) {
            numbers[row] = rows.number(places[row], first);
        }
        if (to - from < MANY) {
            insert(from, to);
        } else {
            sortByDigits(from, to);
        }
        for (int start = from; start < to; ) {
            int end = start + 1;
            while (end < to && numbers[end] == numbers[start]) {
                end++;
            }
            if (end - start > 1) {
                sortFrom(first + Long.BYTES, start, end);
            }
            start = end;
        }
    }

    /** From the last byte to the first one, those left out that are the same in all numbers. */
    private void sortByDigits(int from, int to) {
        long different = 0;
        for (int row = from; row < to; row++) {
            different |= numbers[row] ^ numbers[from];
        }
        boolean areElsewhere = false;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            if ((different >>> shift & (VALUES - 1)) != 0) {
                sortByDigit(shift, from, to);
                areElsewhere = !areElsewhere;
            }
        }
        if (areElsewhere) {
            System.arraycopy(places, from, otherPlaces, from, to - from);
            System.arraycopy(numbers, from, otherNumbers, from, to - from);
            swapArrays();
        }
    }

    private void sortByDigit(int shift, int from, int to) {
        int[] next = new int[VALUES];
        for (int row = from; row < to; row++) {
            next[digit(numbers[row], shift)]++;
        }
        int start = from;
        for (int digit = 0; digit < VALUES; digit++) {
            int count = next[digit];
            next[digit] = start;
            start += count;
        }
        for (int row = from; row < to; row++) {
            int target = next[digit(numbers[row], shift)]++;
            otherNumbers[target] = numbers[row];
            otherPlaces[target] = places[row];
        }
        swapArrays();
    }

    private static int digit(long number, int shift) {
        return (int) ((number ^ Long.MIN_VALUE) >>> shift) & (VALUES - 1);
    }

    private void swapArrays() {
        long[] sorted = otherPlaces;
        otherPlaces = places;
        places = sorted;
        long[] theirNumbers = otherNumbers;
        otherNumbers = numbers;
        numbers = theirNumbers;
    }

    private void insert(int from, int to) {
        for (int next = from + 1; next < to; next++) {
            long number = numbers[next];
            long place = places[next];
            int hole = next;
            while (hole > from && numbers[hole - 1] > number) {
                numbers[hole] = numbers[hole - 1];
                places[hole] = places[hole - 1];
                hole--;
            }
            numbers[hole] = number;
            places[hole] = place;
        }
    }

    private void insertByAllBytes(int from, int to) {
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
}
