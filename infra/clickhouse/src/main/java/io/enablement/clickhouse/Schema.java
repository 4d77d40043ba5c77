package io.enablement.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateOutput;

/** The tables and views of the pipeline, as the numbered SQL files of this module define them. */
public final class Schema {

    private static final String FILES = "classpath:io/enablement/clickhouse";

    private static final List<String> FUNCTIONS =
            List.of(
                    "/io/enablement/clickhouse/views/R__00_functions.sql",
                    "/io/enablement/clickhouse/views/R__00_functions_audit.sql");

    /** One statement for each view whose columns the glossary defines. */
    private static final String COMMENTS =
            """
            SELECT 'ALTER TABLE `' || table || '` ' || arrayStringConcat(groupArray(
                'COMMENT COLUMN `' || name || '` '
                    || '''' || replaceAll(concat(label, ' (', unit, '): ', formula,
                        '. NULL: ', null_means, if(remarks = '', '', '. ' || remarks)), '''', '''''')
                    || ''''), ', ')
            FROM system.columns
            INNER JOIN metric_definition AS metric ON metric.id = name
            WHERE database = currentDatabase()
                AND match(table, '_(scorecard|load|attribution)$')
            GROUP BY table
            """;

    private Schema() {}

    /**
     * Brings the database of the URL up to date and names the files that it ran, none where nothing
     * is new. A table file ({@code V…}) runs once and is refused if it changes afterwards, a view
     * file ({@code R…}) runs again whenever it has changed. ClickHouse has no locks: one process at
     * a time.
     */
    public static List<String> apply(String jdbcUrl, Properties properties, Company company) {
        List<String> files = apply(jdbcUrl, properties, company, FILES);
        commentColumns(jdbcUrl, properties);
        return files;
    }

    /** The same for a company that leaves everything as it is. */
    public static List<String> apply(String jdbcUrl, Properties properties) {
        return apply(jdbcUrl, properties, Company.DEFAULT);
    }

    static List<String> apply(
            String jdbcUrl, Properties properties, Company company, String files) {
        Map<String, String> settings =
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, properties::getProperty));
        Flyway flyway =
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource(
                                jdbcUrl,
                                properties.getProperty("user"),
                                properties.getProperty("password"))
                        .jdbcProperties(settings)
                        .table("schema_history")
                        .placeholders(placeholders(company))
                        .locations(files)
                        .load();
        return flyway.migrate().migrations.stream().map(Schema::fileName).toList();
    }

    /** A view keeps the functions it was made with: it names their hash, and so runs after them. */
    private static Map<String, String> placeholders(Company company) {
        Map<String, String> placeholders = new HashMap<>(company.placeholders());
        placeholders.putAll(Parts.read().placeholders());
        placeholders.putAll(Formulas.read().placeholders());
        placeholders.putAll(Fragment.placeholders(placeholders));
        CRC32 hash = new CRC32();
        FUNCTIONS.forEach(file -> hash.update(bytes(file)));
        hash.update(company.toString().getBytes(StandardCharsets.UTF_8));
        placeholders.put("functions", "functions " + Long.toHexString(hash.getValue()));
        return placeholders;
    }

    private static byte[] bytes(String file) {
        try (InputStream functions = Schema.class.getResourceAsStream(file)) {
            return functions.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every column of a scorecard carries its definition, for whoever reads the database alone. */
    private static void commentColumns(String jdbcUrl, Properties properties) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, properties);
                Statement statement = connection.createStatement()) {
            List<String> comments = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(COMMENTS)) {
                while (rows.next()) {
                    comments.add(rows.getString(1));
                }
            }
            for (String comment : comments) {
                statement.execute(comment);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The columns of the views cannot be explained", e);
        }
    }

    private static String fileName(MigrateOutput migration) {
        return migration.filepath.substring(migration.filepath.lastIndexOf('/') + 1);
    }
}
