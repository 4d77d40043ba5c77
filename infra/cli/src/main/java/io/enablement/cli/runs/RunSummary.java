package io.enablement.cli.runs;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.stack.StackJob;
import io.enablement.streaming.job.EventArchiveJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
                    "cohort_metric");
    private static final List<String> LEDGERS = List.of("rep_ledger", "membership_ledger");

    private static final String METRICS = "metrics";
    private static final String ARCHIVE = "archive";

    /** Both jobs read each event; the one of numbers alone knows duplicates and conflicts. */
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
            """
                    .formatted(since("checkpoint"));

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
            """
                    .formatted(since("version"));

    /**
     * @param before the last checkpoint that each job had published before the run
     */
    static RunSummary read(ClickHouse clickHouse, Map<StackJob, Long> before, Duration elapsed) {
        Map<String, String> parameters = parameters(before);
        List<String> counts = clickHouse.rows(COUNTS, parameters).get(0);
        return new RunSummary(
                Long.parseLong(counts.get(0)),
                Long.parseLong(counts.get(1)),
                Long.parseLong(counts.get(2)),
                clickHouse.rows(REASONS, parameters),
                clickHouse.rows(rowCounts(), parameters),
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

    private static Map<String, String> parameters(Map<StackJob, Long> before) {
        Map<String, String> parameters = new HashMap<>();
        before.forEach(
                (job, checkpoint) -> {
                    String prefix = job.name().equals(EventArchiveJob.NAME) ? ARCHIVE : METRICS;
                    parameters.put(prefix, job.name());
                    parameters.put(prefix + "_generation", Long.toString(job.generation()));
                    parameters.put(prefix + "_before", Long.toString(checkpoint));
                });
        return parameters;
    }

    private static String since(String checkpoint) {
        return "(%s AND %s > {metrics_before:UInt64} OR %s AND %s > {archive_before:UInt64})"
                .formatted(writtenBy(METRICS), checkpoint, writtenBy(ARCHIVE), checkpoint);
    }

    private static String writtenBy(String job) {
        return "job = {%1$s:String} AND generation = {%1$s_generation:UInt32}".formatted(job);
    }

    private static String rowCounts() {
        List<String> counts = new ArrayList<>();
        STATE_TABLES.forEach(table -> counts.add(rowCount(table, table + " FINAL", METRICS)));
        LEDGERS.forEach(table -> counts.add(rowCount(table, table, METRICS)));
        counts.add(rowCount("event_log", "event_log", ARCHIVE));
        counts.add(
                "SELECT 'dead_letter', count() FROM dead_letter FINAL WHERE (%s OR %s)"
                        .formatted(writtenBy(METRICS), writtenBy(ARCHIVE)));
        return "SELECT * FROM (%s) ORDER BY 1".formatted(String.join(" UNION ALL ", counts));
    }

    private static String rowCount(String name, String table, String job) {
        return "SELECT '%s', count() FROM %s WHERE generation = {%s_generation:UInt32}"
                .formatted(name, table, job);
    }

    private static String grouped(String number) {
        return Console.count(Long.parseLong(number));
    }

    private static String right(long number) {
        return "%18s".formatted(Console.count(number));
    }
}
