package io.enablement.streaming.sink;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
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

    private static final int BUFFER_BYTES = 64 * 1024;

    private Lz4() {}

    static OutputStream compressing(OutputStream out) throws IOException {
        return new BufferedOutputStream(
                new LZ4FrameOutputStream(out, BLOCKSIZE.SIZE_64KB), BUFFER_BYTES);
    }

    static InputStream decompressing(InputStream in) throws IOException {
        return new BufferedInputStream(new LZ4FrameInputStream(in), BUFFER_BYTES);
    }
}
