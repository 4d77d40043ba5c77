package io.enablement.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CSV file whose rows become events as a mapping says. */
final class CsvRows implements RowReader {

    private final CsvFile file;
    private final Section section;
    private final Map<String, Lookup> lookups;

    CsvRows(CsvFile file, Section section, Map<String, Lookup> lookups) {
        this.file = file;
        this.section = section;
        this.lookups = lookups;
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        return file.next();
    }

    @Override
    public List<Message> messages(RawRow raw) throws RowRejected {
        CsvRow row = file.row(raw);
        List<Message> messages = new ArrayList<>();
        for (EventMapping event : section.events()) {
            if (event.appliesTo(row)) {
                messages.add(event.message(row, lookups));
            }
        }
        if (messages.isEmpty() && section.rejectsUnmatched()) {
            throw new RowRejected(
                    RejectionReason.NO_EVENT, "No event of the mapping applies to the row.");
        }
        return messages;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
