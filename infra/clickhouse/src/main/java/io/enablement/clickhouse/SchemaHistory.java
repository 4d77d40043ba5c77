package io.enablement.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The table {@code schema_history}: which files were applied, each with the hash of its text. */
final class SchemaHistory {

    static final String TABLE_FILE = "tables/0000_schema_history.sql";

    private static final String SELECT =
            "SELECT file, argMax(sha256, applied_at) FROM schema_history GROUP BY file";
    // async_insert is on by default and would return before the row is there.
    private static final String INSERT =
            "INSERT INTO schema_history (file, sha256) SETTINGS async_insert = 0 VALUES (?, ?)";

    private final Connection connection;

    SchemaHistory(Connection connection) {
        this.connection = connection;
    }

    /** File to hash, as last applied. */
    Map<String, String> hashes() throws SQLException {
        Map<String, String> hashes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SELECT)) {
            while (rows.next()) {
                hashes.put(rows.getString(1), rows.getString(2));
            }
        }
        return hashes;
    }

    void add(SchemaFile file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, file.name());
            statement.setString(2, file.hash());
            statement.executeUpdate();
        }
    }
}
