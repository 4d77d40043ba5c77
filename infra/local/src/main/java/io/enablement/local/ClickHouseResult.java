package io.enablement.local;

import java.nio.charset.StandardCharsets;

/** What a statement answered: the bytes in the asked format and how many rows it read and wrote. */
public record ClickHouseResult(
        byte[] bytes,
        long resultRows,
        long readRows,
        long readBytes,
        long writtenRows,
        long writtenBytes) {

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
