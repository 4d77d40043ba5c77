package io.enablement.clickhouse;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateOutput;

/** The tables and views of the pipeline, as the numbered SQL files of this module define them. */
public final class Schema {

    private static final String FILES = "classpath:io/enablement/clickhouse";

    private static final int JANUARY = 1;

    private Schema() {}

    /**
     * Brings the database of the URL up to date and names the files that it ran, none where nothing
     * is new. A table file ({@code V…}) runs once and is refused if it changes afterwards, a view
     * file ({@code R…}) runs again whenever it has changed. ClickHouse has no locks: one process at
     * a time.
     *
     * @param fiscalYearStart the month, 1 to 12, in which fiscal years start
     */
    public static List<String> apply(String jdbcUrl, Properties properties, int fiscalYearStart) {
        return apply(jdbcUrl, properties, fiscalYearStart, FILES);
    }

    /** The same for fiscal years that are calendar years. */
    public static List<String> apply(String jdbcUrl, Properties properties) {
        return apply(jdbcUrl, properties, JANUARY);
    }

    static List<String> apply(
            String jdbcUrl, Properties properties, int fiscalYearStart, String files) {
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
                        .placeholders(
                                Map.of("fiscal_year_start", Integer.toString(fiscalYearStart)))
                        .locations(files)
                        .load();
        return flyway.migrate().migrations.stream().map(Schema::fileName).toList();
    }

    private static String fileName(MigrateOutput migration) {
        return migration.filepath.substring(migration.filepath.lastIndexOf('/') + 1);
    }
}
