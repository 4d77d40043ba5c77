package io.enablement.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip that is meant to be quick, not small; it carries no time of writing. */
final class FastGzip extends GZIPOutputStream {

    private static final int BUFFER = 1 << 16;

    FastGzip(OutputStream out) throws IOException {
        super(out, BUFFER);
        def.setLevel(Deflater.BEST_SPEED);
    }
}
