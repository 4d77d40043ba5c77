package io.enablement.streaming.sink;

import com.clickhouse.client.api.query.GenericRecord;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of inserts each table remembers the tokens of. A table that forgets a token before its
 * checkpoint is published takes a repeated insert for a new one, silently.
 */
final class DeduplicationWindows {
    /** For one checkpoint every writer inserts about one block into a table. */
    static final long CHECKPOINTS = 100;

    /** Each of the jobs that write a table needs as much room: numbers, attribution, archive. */
    static final long JOBS_OF_A_SHARED_TABLE = 3;

    /** A job that stands still for longer than a weekend must not count twice. */
    static final long REPLICATED_SECONDS = 7 * 24 * 60 * 60;

    private static final String PLAIN_WINDOW = "non_replicated_deduplication_window";
    private static final String REPLICATED_WINDOW = "replicated_deduplication_window";
    private static final String REPLICATED_WINDOW_SECONDS =
            "replicated_deduplication_window_seconds";

    private final Map<String, Stored> tables;
    private final Map<String, Long> defaults;

    DeduplicationWindows(Map<String, Stored> tables, Map<String, Long> defaults) {
        this.tables = tables;
        this.defaults = defaults;
    }

    /**
     * A table or materialized view as ClickHouse has it.
     *
     * @param engine the engine with its settings; empty for a view
     * @param next the views that read the table, or the table the view writes
     */
    record Stored(String engine, List<String> next) {}

    static DeduplicationWindows of(ClickHouse clickHouse) throws IOException {
        Map<String, Stored> tables = new HashMap<>();
        for (GenericRecord table :
                clickHouse.query(
                        """
                        SELECT
                            if(database = currentDatabase(), name, database || '.' || name),
                            engine_full,
                            arrayStringConcat(arrayFilter(next -> next != '.', arrayMap(
                                (d, t) -> if(d = currentDatabase(), t, d || '.' || t),
                                arrayPushBack(dependencies_database, target_database),
                                arrayPushBack(dependencies_table, target_table))), '\n')
                        FROM system.tables
                        WHERE lower(database) NOT IN ('system', 'information_schema')
                        """)) {
            tables.put(
                    table.getString(1),
                    new Stored(table.getString(2), table.getString(3).lines().toList()));
        }
        Map<String, Long> defaults = new HashMap<>();
        for (GenericRecord setting :
                clickHouse.query(
                        """
                        SELECT name, value FROM system.merge_tree_settings
                        WHERE name IN ('%s', '%s', '%s')
                        """
                                .formatted(
                                        PLAIN_WINDOW,
                                        REPLICATED_WINDOW,
                                        REPLICATED_WINDOW_SECONDS))) {
            defaults.put(setting.getString(1), Long.parseLong(setting.getString(2)));
        }
        return new DeduplicationWindows(tables, defaults);
    }

    /** What is wrong with the tables and all targets of views on them, each in a sentence. */
    List<String> objections(List<Table> written, int writers) {
        List<String> objections = new ArrayList<>();
        for (Map.Entry<String, Long> table : jobsByTable(written).entrySet()) {
            Stored stored = tables.get(table.getKey());
            if (stored == null) {
                objections.add("table %s does not exist".formatted(table.getKey()));
                continue;
            }
            // A materialized view keeps nothing itself.
            if (!stored.engine().isEmpty()) {
                long needed = CHECKPOINTS * writers * table.getValue();
                objections.addAll(objections(table.getKey(), stored.engine(), needed));
            }
        }
        return objections;
    }

    /** How many jobs write each table and each target of views on it. */
    private Map<String, Long> jobsByTable(List<Table> written) {
        Map<String, Long> jobs = new LinkedHashMap<>();
        written.forEach(table -> jobs.put(table.name(), jobsOf(table)));
        for (Table table : written) {
            withTargets(table).forEach(name -> jobs.merge(name, jobsOf(table), Math::max));
        }
        return jobs;
    }

    private static long jobsOf(Table table) {
        return table.shared() ? JOBS_OF_A_SHARED_TABLE : 1;
    }

    private Set<String> withTargets(Table written) {
        Deque<String> open = new ArrayDeque<>(List.of(written.name()));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String name = open.remove();
            if (seen.add(name) && tables.containsKey(name)) {
                open.addAll(tables.get(name).next());
            }
        }
        return seen;
    }

    private List<String> objections(String table, String engine, long needed) {
        if (!engine.matches("(?s)\\w*MergeTree\\b.*")) {
            return List.of("table %s is no MergeTree and remembers no insert".formatted(table));
        }
        if (!engine.startsWith("Replicated") && !engine.startsWith("Shared")) {
            return atLeast(table, engine, PLAIN_WINDOW, needed);
        }
        List<String> objections = new ArrayList<>();
        objections.addAll(atLeast(table, engine, REPLICATED_WINDOW, needed));
        objections.addAll(atLeast(table, engine, REPLICATED_WINDOW_SECONDS, REPLICATED_SECONDS));
        return objections;
    }

    private List<String> atLeast(String table, String engine, String setting, long needed) {
        Matcher matcher = Pattern.compile("\\b" + setting + " = (\\d+)").matcher(engine);
        long actual =
                matcher.find()
                        ? Long.parseLong(matcher.group(1))
                        : defaults.getOrDefault(setting, 0L);
        if (actual >= needed) {
            return List.of();
        }
        return List.of(
                "table %s has %s = %d, which must be at least %d"
                        .formatted(table, setting, actual, needed));
    }
}
