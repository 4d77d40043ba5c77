package io.enablement.local;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;

/**
 * How the bytes of an answer travel: plain, in ClickHouse's blocks, or encoded as HTTP knows it.
 */
final class AnswerEncoding {

    private AnswerEncoding() {}

    /** Names an encoding of HTTP in the headers. */
    static byte[] encode(byte[] bytes, ClickHouseRequest request, Headers headers)
            throws IOException {
        if (request.is("compress")) {
            return CompressedBlocks.write(bytes);
        }
        if (!request.is("enable_http_compression")) {
            return bytes;
        }
        String accepted =
                Optional.ofNullable(request.headers().getFirst("Accept-Encoding")).orElse("");
        if (accepted.contains("lz4")) {
            headers.set("Content-Encoding", "lz4");
            return lz4(bytes);
        }
        if (accepted.contains("gzip")) {
            headers.set("Content-Encoding", "gzip");
            return gzip(bytes);
        }
        return bytes;
    }

    static String mediaType(String format) {
        if (format.contains("EachRow")) {
            return "application/x-ndjson; charset=UTF-8";
        }
        if (format.startsWith("JSON")) {
            return "application/json; charset=UTF-8";
        }
        if (format.startsWith("CSV")) {
            return "text/csv; charset=UTF-8";
        }
        if (format.startsWith("TabSeparated") || format.startsWith("TSV")) {
            return "text/tab-separated-values; charset=UTF-8";
        }
        return format.startsWith("Pretty")
                ? "text/plain; charset=UTF-8"
                : "application/octet-stream";
    }

    private static byte[] lz4(byte[] bytes) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream stream = new LZ4FrameOutputStream(encoded)) {
            stream.write(bytes);
        }
        return encoded.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(encoded)) {
            stream.write(bytes);
        }
        return encoded.toByteArray();
    }
}
