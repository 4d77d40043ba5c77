package io.enablement.intake;

import java.io.IOException;
import java.nio.file.Path;

/** A file and how it is opened when its turn comes. */
record Opening(Path file, Opener opener) {

    /** Opens the file. */
    interface Opener {
        RowReader open() throws IOException;
    }
}
