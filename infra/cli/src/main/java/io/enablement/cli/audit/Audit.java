package io.enablement.cli.audit;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a comparison of all results with the archived events has found.
 *
 * @param compared for each result its name, and how many keys and numbers were compared and how
 *     many numbers differ
 * @param unread topics of which the archive and the results have not read the same
 */
record Audit(ClickHouse clickHouse, List<List<String>> compared, List<String> unread) {

    /** Whatever the sources had recorded by when. */
    static final Map<String, String> ALL_EVENTS = Map.of("known_at", "2299-01-01 00:00:00");

    static final String DIFFERENCES =
            """
            SELECT *
            FROM audit_difference(known_at = {known_at:DateTime64(6, 'UTC')})
            ORDER BY
                result, deal_id, rep_id, programme_id, basis, cohort, month, team, role, region, deal_type,
                part, bucket
            """;

    private static final String COMPARED =
            """
            SELECT
                result,
                uniqExact(deal_id, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month),
                count(),
                countIf(stored != audited)
            FROM audit_comparison(known_at = {known_at:DateTime64(6, 'UTC')})
            GROUP BY result
            ORDER BY result
            """;

    private static final String SHOWN =
            """
            SELECT
                result,
                arrayStringConcat(
                    arrayFilter(name -> name != '', [
                        deal_id, rep_id, programme_id, basis, cohort, deal_type,
                        if(month = toDate(0), '', formatDateTime(month, '%Y-%m')),
                        team, role, region]),
                    ' '),
                concat(part, if(endsWith(part, '_days'), concat(' ', toString(bucket)), '')),
                stored,
                audited
            FROM (
            """
                    + DIFFERENCES
                    + ") LIMIT {limit:UInt32}";

    private static final String UNREAD =
            "SELECT topic, counted, archived FROM audit_unread ORDER BY topic";

    private static final int NAMES = 3;
    private static final int PAGE_WIDTH = 200;

    static Audit of(ClickHouse clickHouse) {
        List<String> unread =
                clickHouse.rows(UNREAD, Map.of()).stream()
                        .map(row -> "  %s: %s counted, %s archived".formatted(row.toArray()))
                        .toList();
        return new Audit(clickHouse, clickHouse.rows(COMPARED, ALL_EVENTS), unread);
    }

    boolean holds() {
        return unread.isEmpty() && differing() == 0;
    }

    long differing() {
        return compared.stream().mapToLong(row -> Long.parseLong(row.get(3))).sum();
    }

    /** A line for each result. */
    List<String> summary() {
        List<Row> rows = compared.stream().map(Audit::counts).toList();
        return new TextTable(List.of("Result", "Keys", "Numbers", "Differ"), 1, rows)
                .lines(PAGE_WIDTH);
    }

    /** The first of the differing numbers. */
    List<String> differences(int limit) {
        List<Row> rows =
                clickHouse
                        .rows(
                                SHOWN,
                                Map.of(
                                        "known_at",
                                        ALL_EVENTS.get("known_at"),
                                        "limit",
                                        Integer.toString(limit)))
                        .stream()
                        .map(Row::of)
                        .toList();
        return new TextTable(List.of("Result", "Key", "Part", "Stored", "Recomputed"), NAMES, rows)
                .lines(PAGE_WIDTH);
    }

    private static Row counts(List<String> row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.get(0));
        row.stream().skip(1).map(Long::parseLong).map(Console::count).forEach(cells::add);
        return Row.of(cells);
    }
}
