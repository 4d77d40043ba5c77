package io.enablement.cli.runs;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.stack.StackJob;
import io.enablement.streaming.job.CohortMetricsJob;
import io.enablement.streaming.job.EventArchiveJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one run of the jobs has done, as the results in ClickHouse say. */
record RunSummary(
        long records,
        long duplicates,
        long deadLetters,
        List<List<String>> deadLettersByReason,
        List<List<String>> rowsByTable,
        Duration elapsed) {

    private static final List<String> STATE_TABLES =
            List.of(
                    "deal",
                    "deal_stage",
                    "rep",
                    "quota",
                    "programme",
                    "rep_month",
                    "content_month",
                    "content_publication",
                    "assignment",
                    "exposure",
                    "cohort_metric",
                    "journey",
                    "touch",
                    "attribution_credit");
    private static final List<String> LEDGERS = List.of("rep_ledger", "membership_ledger");

    /** Every job counts the events it reads, so the greatest count of a source is its own. */
    private static final String COUNTS =
            """
            SELECT sum(greatest.1), sum(greatest.2), sum(greatest.3)
            FROM
            (
                SELECT source, (max(counts.1), max(counts.2), max(counts.3)) AS greatest
                FROM
                (
                    SELECT
                        job,
                        source,
                        (sum(records), sum(duplicates), sum(dead_letters)) AS counts
                    FROM source_progress
                    WHERE %s
                    GROUP BY job, source
                )
                GROUP BY source
            )
            """;

    /** A loader gives its own reason in front of the detail. */
    private static final String REASONS =
            """
            SELECT
                if(reason = 'rejected', 'rejected: ' || splitByString(': ', detail)[1], reason) AS why,
                count(),
                argMin(if(origin = '', topic || ' ' || toString(partition) || ':' || toString(offset), origin), (topic, partition, offset))
            FROM dead_letter FINAL
            WHERE %s
            GROUP BY why
            ORDER BY count() DESC, why
            """;

    /**
     * @param before the last checkpoint that each job had published before the run
     */
    static RunSummary read(ClickHouse clickHouse, Map<StackJob, Long> before, Duration elapsed) {
        List<String> counts =
                clickHouse.rows(COUNTS.formatted(since(before, "checkpoint")), Map.of()).get(0);
        return new RunSummary(
                Long.parseLong(counts.get(0)),
                Long.parseLong(counts.get(1)),
                Long.parseLong(counts.get(2)),
                clickHouse.rows(REASONS.formatted(since(before, "version")), Map.of()),
                clickHouse.rows(rowCounts(before.keySet()), Map.of()),
                elapsed);
    }

    void print(Console console) {
        double seconds = elapsed.toMillis() / 1000.0;
        console.result("@|bold Events|@        " + right(records));
        console.result("  duplicates  " + right(duplicates));
        console.result("  dead letters" + right(deadLetters));
        for (List<String> reason : deadLettersByReason) {
            console.plain(
                    "    %-28s%8s  first at %s"
                            .formatted(reason.get(0), grouped(reason.get(1)), reason.get(2)));
        }
        console.result("@|bold Rows in ClickHouse|@");
        for (List<String> table : rowsByTable) {
            console.plain("  %-20s%10s".formatted(table.get(0), grouped(table.get(1))));
        }
        console.result(
                String.format(
                        Locale.ROOT,
                        "@|bold Elapsed|@ %.1f s, %s events/s",
                        seconds,
                        Console.count(Math.round(records / seconds))));
    }

    /** What the jobs have written since then. */
    private static String since(Map<StackJob, Long> before, String checkpoint) {
        return anyOf(
                before.keySet(),
                job -> "%s AND %s > %d".formatted(writtenBy(job), checkpoint, before.get(job)));
    }

    private static String anyOf(Set<StackJob> jobs, Function<StackJob, String> condition) {
        return jobs.stream().map(condition).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String writtenBy(StackJob job) {
        return "job = '%s' AND generation = %d".formatted(job.name(), job.generation());
    }

    private static String rowCounts(Set<StackJob> jobs) {
        Map<String, Long> generations =
                jobs.stream().collect(Collectors.toMap(StackJob::name, StackJob::generation));
        long results = generations.get(CohortMetricsJob.NAME);
        List<String> counts = new ArrayList<>();
        STATE_TABLES.forEach(table -> counts.add(rowCount(table, table + " FINAL", results)));
        LEDGERS.forEach(table -> counts.add(rowCount(table, table, results)));
        counts.add(rowCount("event_log", "event_log", generations.get(EventArchiveJob.NAME)));
        counts.add(
                "SELECT 'dead_letter', count() FROM dead_letter FINAL WHERE "
                        + anyOf(jobs, RunSummary::writtenBy));
        return "SELECT * FROM (%s) ORDER BY 1".formatted(String.join(" UNION ALL ", counts));
    }

    private static String rowCount(String name, String table, long generation) {
        return "SELECT '%s', count() FROM %s WHERE generation = %d"
                .formatted(name, table, generation);
    }

    private static String grouped(String number) {
        return Console.count(Long.parseLong(number));
    }

    private static String right(long number) {
        return "%18s".formatted(Console.count(number));
    }
}
