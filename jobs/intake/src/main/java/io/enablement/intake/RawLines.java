package io.enablement.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The physical lines of a plain or gzip file as bytes, in constant memory. */
final class RawLines implements Closeable {

    /** A Kafka record may have 1 MiB with its headers. */
    static final int LIMIT = 1_000_000;

    private static final int BUFFER = 1 << 16;

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER];
    private final Deque<RawLine> returned = new ArrayDeque<>();
    private int position;
    private int end;
    private long number;

    private RawLines(InputStream input) {
        this.input = input;
    }

    static RawLines open(Path file) throws IOException {
        InputStream stored = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            RawLines lines = new RawLines(isGzip(stored) ? new GZIPInputStream(stored) : stored);
            lines.skipByteOrderMark();
            return lines;
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    /** The next line, or empty at the end of the file. */
    Optional<RawLine> next() throws IOException {
        if (!returned.isEmpty()) {
            return Optional.of(returned.removeFirst());
        }
        if (!fill()) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        long length = 0;
        boolean complete = false;
        while (!complete && fill()) {
            int lineEnd = lineEnd();
            line.write(buffer, position, Math.min(lineEnd - position, LIMIT - line.size()));
            length += lineEnd - position;
            complete = lineEnd < end;
            position = complete ? lineEnd + 1 : lineEnd;
        }
        number++;
        return Optional.of(new RawLine(number, line.toByteArray(), length));
    }

    /** Hands lines back, to be read again in the same order. */
    void giveBack(List<RawLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            returned.addFirst(lines.get(i));
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private int lineEnd() {
        for (int i = position; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return end;
    }

    /** Whether there is at least one more byte. */
    private boolean fill() throws IOException {
        if (position < end) {
            return true;
        }
        position = 0;
        end = input.read(buffer);
        return end > 0;
    }

    private void skipByteOrderMark() throws IOException {
        end = Math.max(0, input.readNBytes(buffer, 0, 3));
        if (Arrays.equals(
                Arrays.copyOf(buffer, end), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            position = end;
        }
    }

    private static boolean isGzip(InputStream stored) throws IOException {
        stored.mark(2);
        byte[] magic = stored.readNBytes(2);
        stored.reset();
        return magic.length == 2 && magic[0] == (byte) 0x1F && magic[1] == (byte) 0x8B;
    }
}
