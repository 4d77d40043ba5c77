package io.enablement.impact.panel;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over values in their order, each with its length, so that none runs into the next. */
public final class Checksum {

    private static final int CHUNK = 8192;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES);

    public Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public Checksum text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
        return this;
    }

    public Checksum number(long number) {
        digest.update(buffer.clear().putLong(number).flip());
        return this;
    }

    /** NaN is one value, whatever its bits. */
    public Checksum number(double number) {
        return number(Double.doubleToLongBits(number));
    }

    void numbers(long[] numbers) {
        number(numbers.length);
        for (int start = 0; start < numbers.length; start += CHUNK) {
            int count = Math.min(CHUNK, numbers.length - start);
            LongBuffer chunk = buffer.clear().asLongBuffer();
            chunk.put(numbers, start, count);
            digest.update(buffer.limit(count * Long.BYTES));
        }
    }

    void numbers(double[] numbers) {
        number(numbers.length);
        for (int start = 0; start < numbers.length; start += CHUNK) {
            int count = Math.min(CHUNK, numbers.length - start);
            DoubleBuffer chunk = buffer.clear().asDoubleBuffer();
            chunk.put(numbers, start, count);
            digest.update(buffer.limit(count * Double.BYTES));
        }
    }

    /** In hexadecimal digits; the checksum is empty again. */
    public String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
