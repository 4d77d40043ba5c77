package io.enablement.streaming.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Rows in the order of some of their bytes. The first sixteen are compared as two numbers, which
 * decides most comparisons without a look at the arrays.
 */
final class SortedRows {

    private SortedRows() {}

    static List<Row> by(Function<Row, byte[]> bytes, Collection<Row> rows) {
        Place[] places = new Place[rows.size()];
        int next = 0;
        for (Row row : rows) {
            byte[] order = bytes.apply(row);
            places[next++] = new Place(number(order, 0), number(order, Long.BYTES), order, row);
        }
        Arrays.sort(places);
        List<Row> sorted = new ArrayList<>(places.length);
        for (Place place : places) {
            sorted.add(place.row);
        }
        return sorted;
    }

    /** Eight bytes from a place on; what is missing counts as zeros. */
    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int place = from; place < from + Long.BYTES; place++) {
            number = number << Byte.SIZE | (place < bytes.length ? bytes[place] & 0xFF : 0);
        }
        return number;
    }

    /** Where a row belongs. */
    private record Place(long first, long second, byte[] bytes, Row row)
            implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            if (first != other.first) {
                return Long.compareUnsigned(first, other.first);
            }
            return second == other.second
                    ? Arrays.compareUnsigned(bytes, other.bytes)
                    : Long.compareUnsigned(second, other.second);
        }
    }
}
