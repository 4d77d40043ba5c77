package io.enablement.streaming.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one table, one behind the other in a few arrays: as objects of their own they would
 * be copied by the garbage collector several times before they leave. What stands for a row is its
 * place.
 */
final class KeptRows {

    /** Small enough for the collector to treat an array as any other object. */
    private static final int PAGE_BYTES = 256 * 1024;

    /** In front of each row: its length, that of its key with the tombstone's bit, the hash. */
    private static final int HEADER_BYTES = 3 * Integer.BYTES;

    private static final int KEY = Integer.BYTES;
    private static final int HASH = 2 * Integer.BYTES;

    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final List<byte[]> pages = new ArrayList<>();

    /** The last one, and how much of it is taken. */
    private byte[] page = {};

    private int taken;

    /** Gives the place of a row; the hash is that of its key, if anybody asks for it. */
    long add(Row row, int keyHash) {
        byte[] columns = row.columns();
        long place = makeRoom(HEADER_BYTES + columns.length);
        int from = (int) place;
        INTS.set(page, from, columns.length);
        INTS.set(page, from + KEY, 2 * row.keyLength() + (row.deleted() ? 1 : 0));
        INTS.set(page, from + HASH, keyHash);
        System.arraycopy(columns, 0, page, from + HEADER_BYTES, columns.length);
        return place;
    }

    /** Takes over a row of others; gives its place here. */
    long add(KeptRows others, long other) {
        int size = HEADER_BYTES + others.length(other);
        long place = makeRoom(size);
        System.arraycopy(others.page(other), (int) other, page, (int) place, size);
        return place;
    }

    int length(long place) {
        return header(place, 0);
    }

    boolean deleted(long place) {
        return (header(place, KEY) & 1) != 0;
    }

    int keyHash(long place) {
        return header(place, HASH);
    }

    boolean hasKeyOf(long place, Row row) {
        int start = start(place);
        int end = start + header(place, KEY) / 2;
        return Arrays.equals(page(place), start, end, row.columns(), 0, row.keyLength());
    }

    /** Eight bytes of a row as a number of the same order; missing ones count as zeros. */
    long number(long place, int from) {
        byte[] page = page(place);
        int start = start(place) + from;
        int length = length(place) - from;
        if (length >= Long.BYTES) {
            return (long) LONGS.get(page, start) ^ Long.MIN_VALUE;
        }
        long number = 0;
        for (int next = 0; next < Long.BYTES; next++) {
            number = number << Byte.SIZE | (next < length ? page[start + next] & 0xFF : 0);
        }
        return number ^ Long.MIN_VALUE;
    }

    /** By all bytes. */
    int compare(long one, long other) {
        int start = start(one);
        int otherStart = start(other);
        return Arrays.compareUnsigned(
                page(one),
                start,
                start + length(one),
                page(other),
                otherStart,
                otherStart + length(other));
    }

    void write(long place, ByteBuffer out) {
        out.put(page(place), start(place), length(place));
    }

    /** These rows alone, in this order; {@link #of} reads them. Gives how many bytes they are. */
    int copy(long[] places, OutputStream out) throws IOException {
        int size = 0;
        for (long place : places) {
            int length = HEADER_BYTES + length(place);
            out.write(page(place), (int) place, length);
            size = Math.addExact(size, length);
        }
        return size;
    }

    static KeptRows of(byte[] copy) {
        KeptRows rows = new KeptRows();
        rows.pages.add(copy);
        return rows;
    }

    /** Of all rows of a copy. */
    long[] placesOfCopy(int count) {
        long[] places = new long[count];
        long place = 0;
        for (int row = 0; row < count; row++) {
            places[row] = place;
            place += HEADER_BYTES + length(place);
        }
        return places;
    }

    /** On the last page; gives the place. */
    private long makeRoom(int size) {
        if (page.length - taken < size) {
            page = new byte[Math.max(PAGE_BYTES, size)];
            pages.add(page);
            taken = 0;
        }
        long place = (long) (pages.size() - 1) << Integer.SIZE | taken;
        taken += size;
        return place;
    }

    private int header(long place, int field) {
        return (int) INTS.get(page(place), (int) place + field);
    }

    private byte[] page(long place) {
        return pages.get((int) (place >>> Integer.SIZE));
    }

    private static int start(long place) {
        return (int) place + HEADER_BYTES;
    }
}
