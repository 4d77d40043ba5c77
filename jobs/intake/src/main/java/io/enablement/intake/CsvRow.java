package io.enablement.intake;

import java.util.List;

/** The values of one row by the names of their columns. */
record CsvRow(List<String> columns, List<String> fields) {

    String get(String column) {
        return fields.get(columns.indexOf(column));
    }
}
