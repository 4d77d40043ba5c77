package io.enablement.streaming.sink;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * Values one behind the other in ClickHouse's RowBinary format: numbers little-endian, lengths as
 * LEB128. A value that its column cannot hold is refused, never cut.
 */
public final class RowBytes {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long GREATEST_UINT_32 = 0xFFFF_FFFFL;

    /** ClickHouse's range of Date. */
    private static final LocalDate FIRST_DATE = LocalDate.EPOCH;

    private static final LocalDate LAST_DATE = LocalDate.EPOCH.plusDays(0xFFFF);

    /** ClickHouse's range of Date32. */
    private static final LocalDate FIRST_WIDE_DATE = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_WIDE_DATE = LocalDate.of(2299, 12, 31);

    /** ClickHouse's range of DateTime64(6). */
    private static final Instant FIRST_MOMENT = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant END_OF_MOMENTS = Instant.parse("2300-01-01T00:00:00Z");

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int USUAL_LENGTH = 512;

    /** Not worth keeping the room that a rare row took. */
    private static final int GREATEST_KEPT_LENGTH = 64 * 1024;

    private static final ThreadLocal<RowBytes> OF_THREAD = ThreadLocal.withInitial(RowBytes::new);

    private byte[] bytes = new byte[USUAL_LENGTH];
    private int length;

    /**
     * Those of this thread, empty: a row is written and taken before the next one begins, and a
     * million of them need no array each to be written in.
     */
    public static RowBytes ofThread() {
        RowBytes row = OF_THREAD.get();
        row.length = 0;
        if (row.bytes.length > GREATEST_KEPT_LENGTH) {
            row.bytes = new byte[USUAL_LENGTH];
        }
        return row;
    }

    /** String and LowCardinality(String). */
    public RowBytes string(String value) {
        int size = value.length();
        int start = length;
        length(size);
        makeRoom(size);
        byte[] room = bytes;
        int end = length;
        for (int place = 0; place < size; place++) {
            char letter = value.charAt(place);
            if (letter >= 0x80) { // more bytes than letters
                length = start;
                return bytes(value.getBytes(StandardCharsets.UTF_8));
            }
            room[end++] = (byte) letter;
        }
        length = end;
        return this;
    }

    /** A String that need not be text. */
    public RowBytes bytes(byte[] value) {
        length(value.length);
        makeRoom(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    /** Int8. */
    public RowBytes int8(int value) {
        require(value == (byte) value, "Int8", value);
        return littleEndian(value, Byte.BYTES);
    }

    /** UInt8. */
    public RowBytes uint8(int value) {
        require(value == (value & 0xFF), "UInt8", value);
        return littleEndian(value, Byte.BYTES);
    }

    /** Int32. */
    public RowBytes int32(int value) {
        return littleEndian(value, Integer.BYTES);
    }

    /** UInt32. */
    public RowBytes uint32(long value) {
        require(value >= 0 && value <= GREATEST_UINT_32, "UInt32", value);
        return littleEndian(value, Integer.BYTES);
    }

    /** Int64. */
    public RowBytes int64(long value) {
        makeRoom(Long.BYTES);
        LONGS.set(bytes, length, value);
        length += Long.BYTES;
        return this;
    }

    /** UInt64; counts and numbers, so the upper half of the range is refused. */
    public RowBytes uint64(long value) {
        require(value >= 0, "UInt64", value);
        return int64(value);
    }

    /** UInt64 of any 64 bits, as a hash has them. */
    public RowBytes hash64(long value) {
        return int64(value);
    }

    /** Float64. */
    public RowBytes float64(double value) {
        return int64(Double.doubleToRawLongBits(value));
    }

    /** Date: days since 1970 in two bytes. */
    public RowBytes date(LocalDate value) {
        require(isWithin(value, FIRST_DATE, LAST_DATE), "Date", value);
        return littleEndian(value.toEpochDay(), Short.BYTES);
    }

    /** Date32: days since 1970 in four bytes. */
    public RowBytes date32(LocalDate value) {
        require(isWithin(value, FIRST_WIDE_DATE, LAST_WIDE_DATE), "Date32", value);
        return littleEndian(value.toEpochDay(), Integer.BYTES);
    }

    /** DateTime64(6): microseconds since 1970. */
    public RowBytes dateTime64(Instant value) {
        boolean fits = !value.isBefore(FIRST_MOMENT) && value.isBefore(END_OF_MOMENTS);
        require(fits, "DateTime64(6)", value);
        return int64(value.getEpochSecond() * MICROS_PER_SECOND + value.getNano() / 1_000);
    }

    /** Nullable(T): {@code nullable(day, RowBytes::date32)}; {@code null} is written as NULL. */
    public <T> RowBytes nullable(T value, BiConsumer<RowBytes, T> writer) {
        if (value == null) {
            return uint8(1);
        }
        uint8(0);
        writer.accept(this, value);
        return this;
    }

    /** Nullable(T); empty is written as NULL. */
    public <T> RowBytes optional(Optional<T> value, BiConsumer<RowBytes, T> writer) {
        return nullable(value.orElse(null), writer);
    }

    /** Array(T): {@code array(flags, RowBytes::string)}. */
    public <T> RowBytes array(Collection<T> values, BiConsumer<RowBytes, T> writer) {
        length(values.size());
        values.forEach(value -> writer.accept(this, value));
        return this;
    }

    /** Map(K, V); sorted, so that equal maps are equal bytes. */
    public <K, V> RowBytes map(
            SortedMap<K, V> values, BiConsumer<RowBytes, K> keys, BiConsumer<RowBytes, V> writer) {
        length(values.size());
        for (Map.Entry<K, V> entry : values.entrySet()) {
            keys.accept(this, entry.getKey());
            writer.accept(this, entry.getValue());
        }
        return this;
    }

    /** How much has been written so far; asked after the key columns it is the key's length. */
    public int length() {
        return length;
    }

    /** What has been written so far. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void length(int value) {
        int rest = value;
        while (rest >= 0x80) {
            littleEndian(rest & 0x7F | 0x80, Byte.BYTES);
            rest >>>= 7;
        }
        littleEndian(rest, Byte.BYTES);
    }

    private RowBytes littleEndian(long value, int size) {
        makeRoom(size);
        for (int index = 0; index < size; index++) {
            bytes[length++] = (byte) (value >>> (8 * index));
        }
        return this;
    }

    private void makeRoom(int size) {
        if (bytes.length - length < size) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, size)));
        }
    }

    private static boolean isWithin(LocalDate value, LocalDate first, LocalDate last) {
        return !value.isBefore(first) && !value.isAfter(last);
    }

    private static void require(boolean fits, String type, Object value) {
        if (!fits) {
            throw new IllegalArgumentException("%s does not fit into %s".formatted(value, type));
        }
    }
}
