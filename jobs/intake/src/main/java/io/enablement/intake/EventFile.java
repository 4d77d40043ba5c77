package io.enablement.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Files as messages for Kafka, read in constant memory. A row that cannot become an event comes as
 * a rejected message, and reading goes on. Not safe for use by several threads.
 */
public final class EventFile implements Iterator<Message>, AutoCloseable {

    private final Deque<Opening> openings;
    private final Deque<Message> pending = new ArrayDeque<>();
    private final Tally tally = new Tally();
    private Path file;
    private RowReader rows;

    private EventFile(List<Opening> openings) {
        this.openings = new ArrayDeque<>(openings);
    }

    /** One event a line, plain or gzip. */
    public static EventFile jsonLines(Path... files) {
        return jsonLines(List.of(files));
    }

    /** One event a line, plain or gzip. */
    public static EventFile jsonLines(List<Path> files) {
        return new EventFile(
                files.stream().map(each -> new Opening(each, () -> JsonRows.open(each))).toList());
    }

    /**
     * CSV files, plain or gzip, whose rows become events as the mapping says. A file belongs to the
     * section of the mapping that names it; a section without a file is looked up beside the first
     * one. Fails with {@link MappingException} before the first row where files and mapping do not
     * fit.
     */
    public static EventFile csv(Mapping mapping, List<Path> files) {
        return new EventFile(CsvPlan.of(mapping, files));
    }

    @Override
    public boolean hasNext() {
        while (pending.isEmpty() && (rows != null || !openings.isEmpty())) {
            advance();
        }
        return !pending.isEmpty();
    }

    @Override
    public Message next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return pending.removeFirst();
    }

    /** Reads what is left and counts it. */
    public IntakeSummary readToEnd() {
        while (hasNext()) {
            next();
        }
        return summary();
    }

    /** The counts of what was read until now. */
    public IntakeSummary summary() {
        return tally.summary();
    }

    @Override
    public void close() {
        openings.clear();
        closeRows();
    }

    private void advance() {
        try {
            if (rows == null) {
                Opening opening = openings.removeFirst();
                file = opening.file();
                rows = opening.opener().open();
            }
            Optional<RawRow> row = rows.next();
            if (row.isEmpty()) {
                closeRows();
                return;
            }
            read(row.get());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed: " + e.getMessage(), e);
        }
    }

    private void read(RawRow row) {
        if (row.isBlank()) {
            tally.blank();
            return;
        }
        try {
            List<Message> messages = rows.messages(row);
            tally.accepted(messages);
            pending.addAll(messages);
        } catch (RowRejected e) {
            tally.rejected(row, e);
            pending.add(Message.rejected(row, e, rows.kept()));
        }
    }

    private void closeRows() {
        if (rows == null) {
            return;
        }
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing " + file + " failed", e);
        } finally {
            rows = null;
        }
    }
}
