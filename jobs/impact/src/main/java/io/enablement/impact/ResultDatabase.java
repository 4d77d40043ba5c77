package io.enablement.impact;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** The ClickHouse that the batch estimators read and add their results to. */
public final class ResultDatabase {

    private ResultDatabase() {}

    /** The server that the variables of the command line name, ENABLEMENT_CLICKHOUSE and so on. */
    public static Connection connect(Map<String, String> environment) throws SQLException {
        String url = environment.get("ENABLEMENT_CLICKHOUSE");
        if (url == null) {
            throw new IllegalArgumentException(
                    "ENABLEMENT_CLICKHOUSE has to name ClickHouse, like http://host:8123");
        }
        return connect(
                url,
                environment.getOrDefault("ENABLEMENT_CLICKHOUSE_DATABASE", "default"),
                environment.getOrDefault("ENABLEMENT_CLICKHOUSE_USER", "default"),
                environment.getOrDefault("ENABLEMENT_CLICKHOUSE_PASSWORD", ""));
    }

    /** A connection whose inserts are there when they return. */
    public static Connection connect(String url, String database, String user, String password)
            throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("clickhouse_setting_async_insert", "0");
        return DriverManager.getConnection("jdbc:clickhouse:" + url + "/" + database, properties);
    }
}
