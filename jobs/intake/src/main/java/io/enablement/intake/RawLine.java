package io.enablement.intake;

/** One physical line of a file, without its line feed but with a carriage return before it. */
record RawLine(long number, byte[] bytes, long length) {

    boolean isTruncated() {
        return length > bytes.length;
    }

    RawRow row(String file) {
        return RawRow.at(file, number, bytes, length);
    }
}
