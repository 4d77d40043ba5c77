package io.enablement.clickhouse;

import io.enablement.local.testing.Services;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A database for one test, reached over JDBC. */
final class TestDatabase {

    private static final String TABLES =
            """
            SELECT name FROM system.tables
            WHERE database = currentDatabase() AND name != 'schema_history'
                AND engine LIKE '%MergeTree'
            """;

    /** Views take seconds to make, so the tests of a process share them. */
    private static TestDatabase shared;

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    static TestDatabase empty() {
        String name = Services.freshDatabase();
        return new TestDatabase("jdbc:clickhouse:" + Services.clickHouseUrl() + "/" + name);
    }

    /** Tables without rows, and the views. */
    static synchronized TestDatabase withSchema() {
        if (shared == null) {
            shared = empty();
            Schema.apply(shared.url(), shared.properties());
        }
        shared.rows(TABLES).forEach(table -> shared.run("TRUNCATE TABLE `" + table + "`"));
        return shared;
    }

    String url() {
        return url;
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", Services.user());
        properties.setProperty("password", Services.password());
        properties.setProperty("clickhouse_setting_async_insert", "0");
        return properties;
    }

    /** A row of a state table, generation 1, version 1. */
    void insertState(String table, String columns, String values) {
        insert(table, "generation, version, is_deleted, " + columns, "1, 1, 0, " + values);
    }

    void insert(String table, String columns, String values) {
        run("INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, values));
    }

    void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first row's only number; null where it is NULL. */
    Double number(String sql) {
        String text = rows(sql).get(0);
        return text.equals("null") ? null : Double.valueOf(text);
    }

    /** Every row as text, its values with a blank between. */
    List<String> rows(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            values.add(String.valueOf(result.getString(column)));
        }
        return String.join(" ", values);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties());
    }
}
