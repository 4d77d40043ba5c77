package io.enablement.intake;

/**
 * The bytes of one row of a file, without the line end.
 *
 * @param length the true length; more than {@code bytes} holds where the row is too long to keep
 */
record RawRow(String origin, byte[] bytes, long length) {

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
