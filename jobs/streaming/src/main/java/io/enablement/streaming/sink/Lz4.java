package io.enablement.streaming.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;

/** LZ4 frames: about 1 % of a core for what a second brings, and ClickHouse reads them. */
final class Lz4 {
    /** The name of the format in HTTP's Content-Encoding. */
    static final String ENCODING = "lz4";

    private Lz4() {}

    static byte[] compress(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (OutputStream out = compressing(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }

    static OutputStream compressing(OutputStream out) throws IOException {
        return new LZ4FrameOutputStream(out, BLOCKSIZE.SIZE_64KB);
    }

    /** As many bytes as were compressed. */
    static byte[] decompress(byte[] compressed, int length) throws IOException {
        byte[] bytes = new byte[length];
        try (InputStream in = new LZ4FrameInputStream(new ByteArrayInputStream(compressed))) {
            if (in.readNBytes(bytes, 0, length) < length) {
                throw new EOFException("Fewer than %d bytes were compressed".formatted(length));
            }
        }
        return bytes;
    }
}
