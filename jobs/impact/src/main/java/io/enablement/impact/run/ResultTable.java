package io.enablement.impact.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A table that a run adds rows to: its columns in order, and how each is bound. */
record ResultTable(String name, List<Column> columns) {

    ResultTable {
        columns = List.copyOf(columns);
    }

    /** Of which type a column is. */
    enum Type {
        /** Text, or a whole number. */
        PLAIN("?"),
        /** A number; NaN is NULL. */
        NUMBER("?"),
        /** An instant; may be null. */
        MOMENT("fromUnixTimestamp64Micro(CAST(?, 'Nullable(Int64)'), 'UTC')"),
        /** A list of text. */
        TEXTS("CAST(?, 'Array(String)')"),
        /** Text as ClickHouse writes an array of tuples of numbers and text. */
        LEVELS("CAST(?, 'Array(Tuple(level UInt8, name String, filled UInt8, evidence String))')"),
        CLAIMS("CAST(?, 'Array(Tuple(level UInt8, claim String, met UInt8, evidence String))')");

        private final String placeholder;

        Type(String placeholder) {
            this.placeholder = placeholder;
        }
    }

    /** A column by its name. */
    record Column(String name, Type type) {}

    static Column plain(String name) {
        return new Column(name, Type.PLAIN);
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }

    static Column moment(String name) {
        return new Column(name, Type.MOMENT);
    }

    void insert(Connection connection, Collection<List<Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            for (List<Object> row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    String sql() {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        name,
                        columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                        columns.stream()
                                .map(column -> column.type().placeholder)
                                .collect(Collectors.joining(", ")));
    }

    private void bind(PreparedStatement statement, List<Object> row) throws SQLException {
        if (row.size() != columns.size()) {
            throw new IllegalStateException(
                    "%d values for %d columns of %s".formatted(row.size(), columns.size(), name));
        }
        for (int place = 0; place < row.size(); place++) {
            statement.setObject(place + 1, bound(row.get(place)));
        }
    }

    private static Object bound(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return null;
        }
        if (value instanceof Instant moment) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> each instanceof List<?> tuple ? tuple(tuple) : text(each))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value;
    }

    private static String tuple(List<?> parts) {
        return parts.stream()
                .map(part -> part instanceof String text ? text(text) : String.valueOf(part))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(Object value) {
        return "'" + value.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A row, whose values may be null. */
    static List<Object> row(Object... values) {
        List<Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value);
        }
        return row;
    }
}
