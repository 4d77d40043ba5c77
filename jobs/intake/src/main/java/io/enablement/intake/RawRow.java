package io.enablement.intake;

import java.util.Arrays;

/**
 * The bytes of one row of a file, without the line end.
 *
 * @param length the true length; more than {@code bytes} holds where the row is too long to keep
 */
record RawRow(String origin, byte[] bytes, long length) {

    /** The row that starts in a line of a file; a carriage return at its end is no part of it. */
    static RawRow at(String file, long line, byte[] bytes, long length) {
        String origin = file + ":" + line;
        if (bytes.length == 0 || length > bytes.length || bytes[bytes.length - 1] != '\r') {
            return new RawRow(origin, bytes, length);
        }
        return new RawRow(origin, Arrays.copyOf(bytes, bytes.length - 1), length - 1);
    }

    boolean isBlank() {
        for (byte each : bytes) {
            if (each != ' ' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Refuses a row of which only the beginning is known. */
    void requireComplete() throws RowRejected {
        if (length > bytes.length) {
            throw new RowRejected(
                    RejectionReason.LINE_TOO_LONG,
                    "The line has "
                            + length
                            + " bytes; only the first "
                            + bytes.length
                            + " are kept.");
        }
    }
}
