package io.enablement.intake;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a CSV file behind its header. A row whose quoted field spans lines is one row; where
 * a quote is never closed, only the line that opens it is lost and reading goes on behind it.
 */
final class CsvFile implements Closeable {

    private static final int LINES_OF_A_ROW = 1_000;

    private final String name;
    private final CsvDialect dialect;
    private final RawLines lines;
    private final List<String> columns;

    private CsvFile(String name, CsvDialect dialect, RawLines lines) throws IOException {
        this.name = name;
        this.dialect = dialect;
        this.lines = lines;
        this.columns = dialect.hasHeader() ? header() : dialect.columns();
    }

    static CsvFile open(Path file, CsvDialect dialect) throws IOException {
        RawLines lines = RawLines.open(file);
        try {
            return new CsvFile(file.getFileName().toString(), dialect, lines);
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    List<String> columns() {
        return columns;
    }

    /** The next row, or empty at the end of the file. */
    Optional<RawRow> next() throws IOException {
        Optional<RawLine> first = lines.next();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        RawLine line = first.get();
        QuoteState state = after(QuoteState.FIELD_START, line);
        return Optional.of(
                state == QuoteState.QUOTED && !line.isTruncated()
                        ? spanning(line, state)
                        : line.row(name));
    }

    /** The values of a row in the order of the columns. */
    CsvRow row(RawRow raw) throws RowRejected {
        return CsvRow.of(raw, dialect, columns);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private RawRow spanning(RawLine first, QuoteState opened) throws IOException {
        List<RawLine> more = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first.bytes());
        QuoteState state = opened;
        while (state == QuoteState.QUOTED && more.size() < LINES_OF_A_ROW) {
            Optional<RawLine> next = lines.next();
            if (next.isEmpty()) {
                break;
            }
            more.add(next.get());
            if (next.get().isTruncated() || bytes.size() + next.get().length() >= RawLines.LIMIT) {
                break;
            }
            bytes.write('\n');
            bytes.writeBytes(next.get().bytes());
            state = after(state, next.get());
        }
        if (state == QuoteState.QUOTED || state == QuoteState.BROKEN) {
            lines.giveBack(more);
            return first.row(name);
        }
        return RawRow.at(name, first.number(), bytes.toByteArray(), bytes.size());
    }

    private QuoteState after(QuoteState state, RawLine line) {
        return state.after(new String(line.bytes(), dialect.charset()), dialect.delimiter());
    }

    private List<String> header() throws IOException {
        Optional<RawRow> first = next();
        if (first.isEmpty()) {
            throw new IOException(name + " is empty; its first row has to name the columns.");
        }
        try {
            return dialect.fields(first.get());
        } catch (RowRejected e) {
            throw new IOException("The header of " + name + " cannot be read: " + e.getMessage());
        }
    }
}
