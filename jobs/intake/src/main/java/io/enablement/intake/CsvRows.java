package io.enablement.intake;

import java.io.IOException;
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
        return section.messages(file.row(raw), lookups);
    }

    /** The columns, unless they are too many to go with every row. */
    @Override
    public Map<String, String> kept() {
        String columns = Columns.write(file.columns());
        return columns.length() > Columns.LONGEST ? Map.of() : Map.of(Message.COLUMNS, columns);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
