package io.enablement.cli.generations;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.UsageException;
import io.enablement.streaming.job.AttributionJob;
import io.enablement.streaming.job.CohortMetricsJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The generations of results in a ClickHouse, and which of them is shown. */
public final class Generations {

    /** The jobs that write a generation together; the first one's word on it counts. */
    public static final List<String> JOBS = List.of(CohortMetricsJob.NAME, AttributionJob.NAME);

    static final String LIST = "SELECT * FROM generation_list ORDER BY generation";

    /** The archive has generations of its own; what was decided and dropped stays known. */
    private static final String TABLES =
            """
            SELECT table, countIf(name = 'job') > 0
            FROM system.columns
            WHERE database = currentDatabase() AND table IN
                (
                    SELECT name FROM system.tables
                    WHERE database = currentDatabase() AND engine LIKE '%MergeTree'
                )
                AND table NOT IN ('event_log', 'pipeline_generation', 'generation_setting')
            GROUP BY table
            HAVING countIf(name = 'generation') > 0
            ORDER BY table
            """;

    private static final String ENTER =
            """
            INSERT INTO pipeline_generation (generation, activated_at, note, job, state)
            SETTINGS async_insert = 0
            SELECT {generation:UInt32}, now64(6, 'UTC'), {note:String}, {job:String}, {state:String}
            """;

    private final ClickHouse clickHouse;

    public Generations(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Whether the database has their tables. */
    public boolean areKept() {
        return clickHouse
                .value(
                        """
                        SELECT count() FROM system.tables
                        WHERE database = currentDatabase() AND name = 'generation_setting'
                        """,
                        Map.of())
                .equals("1");
    }

    /** The one that is shown. */
    public long active() {
        return Long.parseLong(
                clickHouse.value("SELECT generation FROM active_generation", Map.of()));
    }

    /** All that are known, also the dropped ones, by number. */
    public List<Generation> all() {
        return clickHouse.objects(LIST, Map.of()).stream().map(Generation::of).toList();
    }

    /** Fails where there is none of that number. */
    public Generation get(long number) {
        return all().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no generation " + number));
    }

    /** The one with the greatest number that fits; fails where none does. */
    public Generation newest(Predicate<Generation> fits) {
        return all().stream()
                .filter(fits)
                .reduce((before, after) -> after)
                .orElseThrow(() -> new UsageException("There is no such generation"));
    }

    /** The one that was shown before the one that is shown. */
    Generation before() {
        List<List<String>> rows =
                clickHouse.rows(
                        """
                        SELECT generation FROM pipeline_generation
                        WHERE job = {job:String} AND state = 'active'
                            AND generation != (SELECT generation FROM active_generation)
                        ORDER BY activated_at DESC, generation DESC
                        LIMIT 1
                        """,
                        Map.of("job", CohortMetricsJob.NAME));
        long first = 1;
        long number = rows.isEmpty() ? first : Long.parseLong(rows.get(0).get(0));
        Generation before = get(number);
        if (before.isActive()) {
            throw new UsageException("No generation was active before " + number);
        }
        return before;
    }

    /** What all its jobs were made with; what two of them say is the same. */
    public Map<String, String> settings(long generation) {
        Map<String, String> settings = new TreeMap<>();
        JOBS.forEach(job -> settings.putAll(settings(job, generation)));
        return settings;
    }

    /** What it was made with, by the names of the settings; rates are the text of their file. */
    public Map<String, String> settings(String job, long generation) {
        Map<String, String> settings = new TreeMap<>();
        clickHouse
                .objects(
                        """
                        SELECT name, value FROM generation_setting FINAL
                        WHERE job = {job:String} AND generation = {generation:UInt32}
                        """,
                        Map.of("job", job, "generation", Long.toString(generation)))
                .forEach(
                        row -> settings.put(row.path("name").asText(), row.path("value").asText()));
        return settings;
    }

    /** How many records of each source each of its jobs has read. */
    Map<String, Long> progress(long generation) {
        Map<String, Long> progress = new TreeMap<>();
        clickHouse
                .rows(
                        "SELECT concat(job, ' ', source), records FROM generation_progress WHERE generation = {generation:UInt32}",
                        job(generation))
                .forEach(row -> progress.put(row.get(0), Long.parseLong(row.get(1))));
        return progress;
    }

    /** How many records of that progress it has not read. */
    long missing(long generation, Map<String, Long> progress) {
        Map<String, Long> own = progress(generation);
        return progress.entrySet().stream()
                .mapToLong(each -> each.getValue() - own.getOrDefault(each.getKey(), 0L))
                .map(missing -> Math.max(0, missing))
                .sum();
    }

    /** Whether a job has published it within the last minute. */
    boolean isWritten(long generation) {
        return clickHouse
                .value(
                        """
                        SELECT count() FROM pipeline_status
                        WHERE job = {job:String} AND generation = {generation:UInt32}
                            AND committed_at > now64(6, 'UTC') - INTERVAL 1 MINUTE
                        """,
                        job(generation))
                .matches("[1-9]\\d*");
    }

    void activate(long generation, String note) {
        enter(CohortMetricsJob.NAME, generation, note, "active");
    }

    /** Its rebuild has come to its end. */
    public void rebuilt(long generation) {
        enter(CohortMetricsJob.NAME, generation, "", "rebuilt");
    }

    /** Says first that no job may go on with it, then deletes its rows. */
    public void drop(long generation) {
        JOBS.forEach(job -> enter(job, generation, "", "dropped"));
        for (List<String> table : clickHouse.rows(TABLES, Map.of())) {
            boolean ofSeveralJobs = table.get(1).equals("1");
            if (ofSeveralJobs) {
                JOBS.forEach(job -> drop(table.get(0), job, generation));
            } else {
                clickHouse.change(
                        "ALTER TABLE `%s` DROP PARTITION %d".formatted(table.get(0), generation),
                        Map.of());
            }
        }
    }

    private void drop(String table, String job, long generation) {
        clickHouse.change(
                "DELETE FROM `%s` WHERE job = {job:String} AND generation = {generation:UInt32}"
                        .formatted(table),
                job(job, generation));
    }

    private void enter(String job, long generation, String note, String state) {
        Map<String, String> row = new HashMap<>(job(job, generation));
        row.put("note", note);
        row.put("state", state);
        clickHouse.change(ENTER, row);
    }

    private static Map<String, String> job(long generation) {
        return job(CohortMetricsJob.NAME, generation);
    }

    private static Map<String, String> job(String job, long generation) {
        return Map.of("job", job, "generation", Long.toString(generation));
    }
}
