package io.enablement.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.data.ClickHouseFormat;
import io.enablement.local.testing.Services;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClickHouseClientsIT {

    private static String database;

    @BeforeAll
    static void createDatabase() {
        database = Services.freshDatabase();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void jdbcWritesAndReads(String compress) throws SQLException {
        String table = "jdbc_" + compress;
        try (Connection connection = connect(compress);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE " + table + " (x Int32, y String) ENGINE MergeTree ORDER BY x");
            insertBatch(connection, table, 20_000);

            try (ResultSet rows =
                    statement.executeQuery("SELECT count(), sum(x), max(y) FROM " + table)) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(20_000);
                assertThat(rows.getLong(2)).isEqualTo(199_990_000);
                assertThat(rows.getString(3)).isEqualTo("it's 9999");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void jdbcFillsPlaceholders(String compress) throws SQLException {
        try (Connection connection = connect(compress);
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT number FROM numbers(?) WHERE number > ?")) {
            select.setInt(1, 100_000);
            select.setInt(2, 99_998);

            try (ResultSet rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(99_999);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void jdbcReportsErrorCodes(String compress) throws SQLException {
        try (Connection connection = connect(compress);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM nowhere"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getErrorCode()).isEqualTo(60))
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void jdbcReadsMoreThanOneCompressedBlock() throws SQLException {
        try (Connection connection = connect("true");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT toString(number) FROM numbers(1000000)")) {
            long count = 0;
            while (rows.next()) {
                count++;
            }

            assertThat(count).isEqualTo(1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "blocks", "http"})
    void clientInsertsABlockOnceUnderOneToken(String compression) throws Exception {
        String table = "client_" + compression;
        try (Client client = client(compression)) {
            client.query(
                            "CREATE TABLE "
                                    + table
                                    + " (x Int32) ENGINE MergeTree ORDER BY x"
                                    + " SETTINGS non_replicated_deduplication_window = 100")
                    .get();
            insert(client, table, rows(100_000), "block-1");
            insert(client, table, rows(100_000), "block-1");

            List<GenericRecord> counts =
                    client.queryAll("SELECT count() AS n, sum(x) AS total FROM " + table);
            assertThat(counts.get(0).getLong("n")).isEqualTo(100_000);
            assertThat(counts.get(0).getLong("total")).isEqualTo(4_999_950_000L);
        }
    }

    private static void insertBatch(Connection connection, String table, int rows)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " (x, y) VALUES (?, ?)")) {
            for (int row = 0; row < rows; row++) {
                insert.setInt(1, row);
                insert.setString(2, "it's " + row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insert(Client client, String table, byte[] rows, String token)
            throws Exception {
        InsertSettings settings =
                new InsertSettings()
                        .setDeduplicationToken(token)
                        .serverSetting("async_insert", "0");
        try (InsertResponse response =
                client.insert(
                                table,
                                new ByteArrayInputStream(rows),
                                ClickHouseFormat.RowBinary,
                                settings)
                        .get()) {
            assertThat(response.getWrittenRows()).isGreaterThanOrEqualTo(0);
        }
    }

    private static byte[] rows(int count) {
        ByteBuffer rows = ByteBuffer.allocate(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < count; row++) {
            rows.putInt(row);
        }
        return rows.array();
    }

    private static Connection connect(String compress) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Services.user());
        properties.setProperty("password", Services.password());
        properties.setProperty("compress", compress);
        String address = Services.clickHouseUrl() + "/" + database;
        return DriverManager.getConnection("jdbc:clickhouse:" + address, properties);
    }

    private static Client client(String compression) {
        return new Client.Builder()
                .addEndpoint(Services.clickHouseUrl())
                .setUsername(Services.user())
                .setPassword(Services.password())
                .setDefaultDatabase(database)
                .compressClientRequest(!compression.equals("none"))
                .compressServerResponse(!compression.equals("none"))
                .useHttpCompression(compression.equals("http"))
                .build();
    }
}
