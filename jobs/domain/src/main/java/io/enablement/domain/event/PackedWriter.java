package io.enablement.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes values in as few bytes as they need; {@link PackedReader} reads them in that order. */
public final class PackedWriter {

    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int USUAL_LENGTH = 96;

    /** A number takes ten bytes at most. */
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[USUAL_LENGTH];
    private int length;

    /** Small numbers of either sign take few bytes. */
    public PackedWriter number(long value) {
        makeRoom(LONGEST_NUMBER);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes[length++] = (byte) (rest & SEVEN_BITS | MORE);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    /** One byte as it is. */
    public PackedWriter octet(int value) {
        makeRoom(1);
        bytes[length++] = (byte) value;
        return this;
    }

    public PackedWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public PackedWriter bytes(byte[] value) {
        number(value.length);
        makeRoom(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    /** 0, or 1 and the number. */
    public PackedWriter optional(Number value) {
        return value == null ? number(0) : number(1).number(value.longValue());
    }

    /** 0 for an empty text, or 1 and the text. */
    public PackedWriter optional(String value) {
        return value.isEmpty() ? number(0) : number(1).text(value);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void makeRoom(int size) {
        if (bytes.length - length < size) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, size)));
        }
    }
}
