package io.enablement.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another CSV file that is searched by the values of one column; held in memory. */
final class Lookup {

    private final List<String> columns;
    private final Map<String, CsvRow> rows;

    private Lookup(List<String> columns, Map<String, CsvRow> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static Lookup open(Path path, CsvDialect dialect, String key) throws IOException {
        try (CsvFile file = CsvFile.open(path, dialect)) {
            if (!file.columns().contains(key)) {
                throw new IOException("it has no column " + Texts.quoted(key));
            }
            return new Lookup(file.columns(), rows(file, key));
        }
    }

    List<String> columns() {
        return columns;
    }

    Optional<String> find(String key, String column) {
        return Optional.ofNullable(rows.get(key)).map(row -> row.get(column));
    }

    private static Map<String, CsvRow> rows(CsvFile file, String key) throws IOException {
        Map<String, CsvRow> rows = new HashMap<>();
        for (Optional<RawRow> raw = file.next(); raw.isPresent(); raw = file.next()) {
            if (raw.get().isBlank()) {
                continue;
            }
            CsvRow row = row(file, raw.get());
            if (rows.put(row.get(key), row) != null) {
                throw new IOException(
                        raw.get().origin() + " repeats the key " + Texts.quoted(row.get(key)));
            }
        }
        return rows;
    }

    private static CsvRow row(CsvFile file, RawRow raw) throws IOException {
        try {
            return file.row(raw);
        } catch (RowRejected e) {
            throw new IOException(raw.origin() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
