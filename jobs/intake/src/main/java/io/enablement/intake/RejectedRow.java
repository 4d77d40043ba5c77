package io.enablement.intake;

import java.nio.file.Path;
import java.util.Map;

/**
 * A row that a loader rejected, as it stands in Kafka.
 *
 * @param headers those of its record
 */
public record RejectedRow(String origin, byte[] bytes, Map<String, String> headers) {

    /** Whether it was read through a mapping. */
    public boolean isOfCsv() {
        return headers.containsKey(Message.COLUMNS);
    }

    /** The file that it stood in. */
    Path file() {
        int line = origin.lastIndexOf(':');
        return Path.of(line < 0 ? origin : origin.substring(0, line));
    }

    /** Of a line that was too long, only the beginning was kept. */
    RawRow raw() {
        boolean cut = RejectionReason.LINE_TOO_LONG.name().equals(headers.get(Message.REASON));
        return new RawRow(origin, bytes, cut ? bytes.length + 1L : bytes.length);
    }
}
