package io.enablement.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One file, row by row, and what its rows mean. */
interface RowReader extends Closeable {

    /** The next row, or empty at the end of the file. */
    Optional<RawRow> next() throws IOException;

    /** The events of a row: all of them, or a rejection of the whole row. */
    List<Message> messages(RawRow row) throws RowRejected;

    /** What a row that is rejected needs besides its bytes to be read again. */
    Map<String, String> kept();
}
