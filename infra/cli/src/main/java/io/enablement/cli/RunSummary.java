package io.enablement.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What one run of the job has done, as the results in ClickHouse say. */
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
                    "dead_letter");
    private static final List<String> LEDGERS = List.of("rep_ledger", "membership_ledger");

    private static final String COUNTS =
            """
            SELECT sum(arraySum(mapValues(records_in))), sum(duplicates), sum(dead_letters)
            FROM pipeline_status FINAL
            WHERE job = {job:String} AND generation = {generation:UInt32}
                AND checkpoint > {after:UInt64}
            """;

    /** A loader gives its own reason in front of the detail. */
    private static final String REASONS =
            """
            SELECT
                if(reason = 'rejected', 'rejected: ' || splitByString(': ', detail)[1], reason) AS why,
                count(),
                argMin(if(origin = '', topic || ' ' || toString(partition) || ':' || toString(offset), origin), (topic, partition, offset))
            FROM dead_letter FINAL
            WHERE generation = {generation:UInt32} AND version > {after:UInt64}
            GROUP BY why
            ORDER BY count() DESC, why
            """;

    /**
     * @param after the last checkpoint published before the run
     */
    static RunSummary read(
            ClickHouse clickHouse, String job, long generation, long after, Duration elapsed) {
        Map<String, String> parameters =
                Map.of(
                        "job", job,
                        "generation", Long.toString(generation),
                        "after", Long.toString(after));
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

    private static String rowCounts() {
        String states =
                STATE_TABLES.stream()
                        .map(table -> rowCount(table, table + " FINAL"))
                        .collect(Collectors.joining(" UNION ALL "));
        String ledgers =
                LEDGERS.stream()
                        .map(table -> rowCount(table, table))
                        .collect(Collectors.joining(" UNION ALL "));
        return "SELECT * FROM (%s UNION ALL %s) ORDER BY 1".formatted(states, ledgers);
    }

    private static String rowCount(String name, String table) {
        return "SELECT '%s', count() FROM %s WHERE generation = {generation:UInt32}"
                .formatted(name, table);
    }

    private static String grouped(String number) {
        return Console.count(Long.parseLong(number));
    }

    private static String right(long number) {
        return "%18s".formatted(Console.count(number));
    }
}
