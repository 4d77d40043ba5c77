package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two generations of the same events: ann of cohort 2026-01 won d-1. Generation 1 counts it in
 * dollars, generation 2 in euros, by the calendar of Berlin and a fiscal year from April.
 */
final class GenerationsIT {

    private static final int ANSWERS = 8;

    private static final String ACTIVE =
            """
            SELECT create_table_query FROM system.tables
            WHERE database = currentDatabase() AND name = 'active_generation'
            """;

    /** Ledgers against results, results against scorecards, calendars and the day of today. */
    private static final String EVERYTHING =
            """
            SELECT
                month.won_amount, cohort.won_amount, company.won_amount_minor, company.period,
                (SELECT sum(amount) FROM current_rep_ledger WHERE part = 'won_amount') AS ledgered,
                (SELECT count() FROM ledger_difference) AS differences,
                (SELECT currency FROM company_setting) AS currency,
                (SELECT day FROM data_until) AS today
            FROM current_rep_month AS month
            INNER JOIN current_cohort_metric AS cohort ON cohort.month = month.month
            CROSS JOIN company_scorecard AS company
            WHERE company.period_kind = 'quarter' AND company.deals_won = 1
            """;

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void twoGenerations() {
        generation(1, 500, "('zone', 'UTC'), ('currency', 'USD'), ('fiscal_year_start', '1')");
        generation(
                2,
                470,
                "('zone', 'Europe/Berlin'), ('currency', 'EUR'), ('fiscal_year_start', '4')");
    }

    /**
     * Catches a view that finds the active generation in other words than the others: within one
     * query it would be asked again, and another one may be active by then. Here another one is at
     * every look.
     */
    @Test
    void noAnswerMixesThemWhileOneIsActivatedAfterTheOther() {
        activate(1);
        String first = answer();
        activate(2);
        String second = answer();
        assertThat(first).isEqualTo("500 500 500 2026-Q1 500 0 USD 2026-01-28");
        assertThat(second).isEqualTo("470 470 470 2025-Q4 470 0 EUR 2026-03-01");

        String active = database.rows(ACTIVE).get(0);
        database.run(
                "CREATE OR REPLACE VIEW active_generation AS SELECT toUInt32(1 + rand() % 2) AS generation");
        try {
            assertThat(Stream.generate(this::answer).limit(ANSWERS)).containsOnly(first, second);
        } finally {
            database.run(active.replaceFirst("CREATE VIEW", "CREATE OR REPLACE VIEW"));
        }
    }

    @Test
    void oneViewAloneDecidesWhichIsActiveNow() {
        assertThat(
                        database.rows(
                                """
                                SELECT name FROM system.tables
                                WHERE database = currentDatabase() AND engine = 'View'
                                    AND create_table_query LIKE '%pipeline_generation%'
                                ORDER BY name
                                """))
                .containsExactly(
                        "active_generation", "archive_generation", "generation_list", "shown_at");
    }

    @Test
    void aMomentBeforeTheSwapShowsTheOneThatWasActiveThen() {
        database.insert("pipeline_generation", "generation, activated_at", "2, '2026-05-01'");

        assertThat(
                        database.rows(
                                """
                                SELECT won_amount_minor
                                FROM company_scorecard_at(as_of = '2026-04-15 00:00:00')
                                WHERE period_kind = 'all' AND deal_type = 'all'
                                """))
                .containsExactly("500");
        assertThat(answer()).startsWith("470");
    }

    @Test
    void differWhereSettingsDo() {
        assertThat(comparison())
                .containsExactly(
                        "cohort_metric won_amount 500 470 [('d-1','500','470','crm/e-1','crm/e-1')] other settings",
                        "rep_month won_amount 500 470 [('d-1','500','470','crm/e-1','crm/e-1')] other settings");
        assertThat(
                        database.rows(
                                "SELECT * FROM generation_setting_difference(a = 1, b = 2) ORDER BY name"))
                .containsExactly(
                        "currency USD EUR", "fiscal_year_start 1 4", "zone UTC Europe/Berlin");
    }

    @Test
    void differByWhatOneHasNotRead() {
        database.run("TRUNCATE TABLE generation_setting");
        publish(1, 2, "map('deal-events', 1)");
        database.insert(
                "rep_ledger",
                "generation, checkpoint, rep_id, team, month, part, subject, amount, cause_source, cause_id",
                "1, 2, 'ann', '', '2026-01-01', 'won', 'd-1', -1, 'crm', 'e-2'");
        database.insert(
                "rep_month",
                "generation, version, rep_id, month, won, won_amount",
                "1, 2, 'ann', '2026-01-01', 0, 500");

        assertThat(database.rows("SELECT missing FROM generation_behind(generation = 2, of = 1)"))
                .containsExactly("1");
        assertThat(comparison())
                .contains(
                        "rep_month won 0 1 [('d-1','0','1','crm/e-2','crm/e-1')] other events read");
    }

    @Test
    void areEqualToThemselves() {
        assertThat(database.rows("SELECT * FROM generation_comparison(a = 1, b = 1)")).isEmpty();
    }

    /** Catches a way to drop that makes the other generations forget which inserts they have. */
    @Test
    void oneThatIsDroppedLeavesTheTokensOfTheOthers() {
        insertOnce(1);
        insertOnce(2);

        database.run("ALTER TABLE membership_ledger DROP PARTITION 2");
        insertOnce(1);
        insertOnce(2);

        assertThat(
                        database.rows(
                                """
                                SELECT generation, count() FROM membership_ledger
                                WHERE cause_id = 'once' GROUP BY generation ORDER BY generation
                                """))
                .containsExactly("1 1", "2 1");
    }

    @Test
    void areListedWithWhatTheyHold() {
        activate(2);

        assertThat(
                        database.rows(
                                """
                                SELECT generation, state, checkpoint, records, results, ledger_entries
                                FROM generation_list ORDER BY generation
                                """))
                .containsExactly("1 written 1 10 3 3", "2 active 1 10 3 3");
    }

    private void generation(int generation, int amount, String settings) {
        database.insert(
                "rep_month",
                "generation, version, rep_id, month, won, won_amount",
                "%d, 1, 'ann', '2026-01-01', 1, %d".formatted(generation, amount));
        database.insert(
                "cohort_metric",
                "generation, version, programme_id, basis, cohort, month, won, won_amount",
                "%d, 1, 'p-1', 'assigned', '2026-01', '2026-01-01', 1, %d"
                        .formatted(generation, amount));
        database.insert(
                "exposure",
                "generation, version, rep_id, programme_id, basis, cohort",
                "%d, 1, 'ann', 'p-1', 'assigned', '2026-01'".formatted(generation));
        database.run(
                """
                INSERT INTO rep_ledger
                    (generation, checkpoint, rep_id, month, subject, part, amount, cause_source, cause_id)
                VALUES (%1$d, 1, 'ann', '2026-01-01', 'd-1', 'won', 1, 'crm', 'e-1'),
                    (%1$d, 1, 'ann', '2026-01-01', 'd-1', 'won_amount', %2$d, 'crm', 'e-1')
                """
                        .formatted(generation, amount));
        database.insert(
                "membership_ledger",
                "generation, checkpoint, rep_id, programme_id, basis, cohort, amount",
                "%d, 1, 'ann', 'p-1', 'assigned', '2026-01', 1".formatted(generation));
        database.run(
                "INSERT INTO generation_setting (job, generation, name, value) SELECT 'cohort-metrics', %d, each.1, each.2 FROM (SELECT arrayJoin([%s]) AS each)"
                        .formatted(generation, settings));
        publish(generation, 1, "map('deal-events', 10)");
    }

    private void publish(int generation, int checkpoint, String records) {
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at, greatest_occurred_at, records_in",
                "'cohort-metrics', %1$d, %2$d, '2026-03-01', '2026-0%1$d-28 23:30:00', %3$s"
                        .formatted(generation, checkpoint, records));
    }

    private void activate(int generation) {
        database.run(
                "INSERT INTO pipeline_generation (generation, activated_at) SELECT %d, now64(6, 'UTC')"
                        .formatted(generation));
    }

    private String answer() {
        List<String> rows = database.rows(EVERYTHING);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<String> comparison() {
        return database.rows(
                """
                SELECT result, part, a_value, b_value, toString(examples), reason
                FROM generation_comparison(a = 1, b = 2) ORDER BY result, part
                """);
    }

    private void insertOnce(int generation) {
        database.run(
                """
                INSERT INTO membership_ledger (generation, checkpoint, cause_id)
                SETTINGS insert_deduplicate = 1, insert_deduplication_token = 'token of %1$d'
                VALUES (%1$d, 9, 'once')
                """
                        .formatted(generation));
    }
}
