package io.enablement.cli.backup;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.OpenClickHouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows each table of a directory holds on which no stack runs. To be closed as the last
 * thing that a process does: the engine does not like to be outlived.
 */
final class StoredRows implements AutoCloseable {

    private static final String TABLES =
            """
            SELECT name, engine LIKE 'Replacing%' FROM system.tables
            WHERE database = currentDatabase() AND engine LIKE '%MergeTree' ORDER BY name
            """;

    private final Path directory;
    private OpenClickHouse open;

    StoredRows(Path directory) {
        this.directory = directory;
    }

    /** By table; rows that a merge will take away do not count. */
    Map<String, String> count() {
        Map<String, String> rows = new TreeMap<>();
        if (Files.notExists(directory.resolve("clickhouse"))) {
            return rows;
        }
        open = OpenClickHouse.on(directory);
        ClickHouse clickHouse = ClickHouse.at(open.url(), open.credentials(), "default");
        for (List<String> table : clickHouse.rows(TABLES, Map.of())) {
            String merged = table.get(1).equals("1") ? " FINAL" : "";
            rows.put(
                    table.get(0),
                    clickHouse.value(
                            "SELECT count() FROM `%s`%s".formatted(table.get(0), merged),
                            Map.of()));
        }
        return rows;
    }

    static long sum(Map<String, String> rows) {
        return rows.values().stream().mapToLong(Long::parseLong).sum();
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }
}
