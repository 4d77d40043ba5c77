package io.enablement.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link PackedWriter} wrote, in the same order. */
public final class PackedReader {

    private static final int SEVEN_BITS = 0x7F;

    private final byte[] bytes;
    private int place;

    public PackedReader(byte[] bytes) {
        this(bytes, 0);
    }

    /** Reads what begins at a place. */
    public PackedReader(byte[] bytes, int place) {
        this.bytes = bytes;
        this.place = place;
    }

    /** Whether anything is left; what an earlier release did not know yet is not. */
    public boolean hasMore() {
        return place < bytes.length;
    }

    public long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[place++];
            value |= (long) (next & SEVEN_BITS) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    public String text() {
        int length = integer();
        String text = new String(bytes, place, length, StandardCharsets.UTF_8);
        place += length;
        return text;
    }

    /** A text of which there are few; see {@link CommonTexts}. */
    public String commonText() {
        int length = integer();
        String text = CommonTexts.of(bytes, place, place + length);
        place += length;
        return text;
    }

    /** Whether a value follows that may be absent. */
    public boolean present() {
        return number() != 0;
    }

    /** A text that may be absent; empty where it is. */
    public String optionalText() {
        return present() ? text() : "";
    }

    /** A text of which there are few that may be absent; empty where it is. */
    public String optionalCommonText() {
        return present() ? commonText() : "";
    }

    /** A number that may be absent; {@code null} where it is. */
    public Long optionalNumber() {
        return present() ? Long.valueOf(number()) : null;
    }

    /** Passes over a text or bytes. */
    public void skip() {
        int length = integer();
        place = Math.addExact(place, length);
    }

    public byte[] bytes() {
        int length = integer();
        byte[] value = Arrays.copyOfRange(bytes, place, place + length);
        place += length;
        return value;
    }
}
