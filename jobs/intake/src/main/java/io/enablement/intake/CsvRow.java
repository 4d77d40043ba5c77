package io.enablement.intake;

import java.util.List;

/** The values of one row by the names of their columns. */
record CsvRow(List<String> columns, List<String> fields) {

    static CsvRow of(RawRow raw, CsvDialect dialect, List<String> columns) throws RowRejected {
        List<String> fields = dialect.fields(raw);
        if (fields.size() != columns.size()) {
            throw new RowRejected(
                    RejectionReason.WRONG_FIELD_COUNT,
                    "The row has " + fields.size() + " fields, the header " + columns.size() + ".");
        }
        return new CsvRow(columns, fields);
    }

    String get(String column) {
        return fields.get(columns.indexOf(column));
    }
}
