package io.enablement.intake;

import java.util.Arrays;

/** One physical line of a file, without its line feed but with a carriage return before it. */
record RawLine(long number, byte[] bytes, long length) {

    boolean isTruncated() {
        return length > bytes.length;
    }

    RawRow row(String file) {
        return of(file, number, bytes, length);
    }

    static RawRow of(String file, long number, byte[] bytes, long length) {
        String origin = file + ":" + number;
        if (bytes.length == 0 || length > bytes.length || bytes[bytes.length - 1] != '\r') {
            return new RawRow(origin, bytes, length);
        }
        byte[] text = Arrays.copyOf(bytes, bytes.length - 1);
        return new RawRow(origin, text, text.length);
    }
}
