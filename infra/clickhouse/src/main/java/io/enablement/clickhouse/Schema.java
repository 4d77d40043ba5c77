package io.enablement.clickhouse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The tables and views of the pipeline, as the numbered SQL files of this module define them. */
public final class Schema {

    private Schema() {}

    /**
     * Brings the database up to date and names the files that it ran, none where nothing is new. A
     * table file runs once and must not change afterwards. All views run again whenever any file is
     * new: they keep the columns of the tables and the text of the functions that they were made
     * with. Two processes must not do this at the same time.
     *
     * @throws SchemaChangedException if a table file has changed since it ran
     */
    public static List<String> apply(String jdbcUrl, Properties properties) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, properties)) {
            return apply(connection, SchemaFile.all());
        }
    }

    static List<String> apply(Connection connection, List<SchemaFile> files) throws SQLException {
        run(connection, SchemaFile.read(SchemaHistory.TABLE_FILE));
        SchemaHistory history = new SchemaHistory(connection);
        List<SchemaFile> due = due(files, history.hashes());
        List<String> names = new ArrayList<>();
        for (SchemaFile file : due) {
            run(connection, file);
            history.add(file);
            names.add(file.name());
        }
        return names;
    }

    private static List<SchemaFile> due(List<SchemaFile> files, Map<String, String> hashes) {
        List<SchemaFile> changed =
                files.stream()
                        .filter(file -> !file.hash().equals(hashes.get(file.name())))
                        .toList();
        for (SchemaFile file : changed) {
            if (!file.isView() && hashes.containsKey(file.name())) {
                throw new SchemaChangedException(file.name());
            }
        }
        if (changed.isEmpty()) {
            return List.of();
        }
        return files.stream().filter(file -> file.isView() || changed.contains(file)).toList();
    }

    private static void run(Connection connection, SchemaFile file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : file.statements()) {
                statement.execute(sql);
            }
        }
    }
}
