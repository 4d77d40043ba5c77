package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a number consists of. In January ann of team north wins d-1 for 100.00 and loses d-2; as of
 * the second publication d-2 is opened again and won for 50.00, and the amount of d-1 is mended to
 * 120.00. She is in cohort 2026-01 of p-1.
 */
final class ExplainIT {

    private static final String NOW = "2299-01-01 00:00:00";
    private static final String FIRST = "2026-03-15 00:00:00";

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void twoPublications() {
        entry("1, 'won', 'd-1', 1, 'e-1'");
        entry("1, 'won_amount', 'd-1', 10000, 'e-1'");
        entry("1, 'lost', 'd-2', 1, 'e-2'");
        entry("2, 'won_amount', 'd-1', 2000, 'e-3'");
        entry("2, 'lost', 'd-2', -1, 'e-4'");
        entry("2, 'won', 'd-2', 1, 'e-5'");
        entry("2, 'won_amount', 'd-2', 5000, 'e-5'");
        event("1, 'WON', 'e-1', 'd-1', '2026-01-10 10:00:00', 1");
        event("1, 'LOST', 'e-2', 'd-2', '2026-01-11 10:00:00', 2");
        event("2, 'AMOUNT_CHANGED', 'e-3', 'd-1', '2026-03-20 10:00:00', 3");
        event("2, 'REOPENED', 'e-4', 'd-2', '2026-03-21 10:00:00', 4");
        event("2, 'WON', 'e-5', 'd-2', '2026-03-22 10:00:00', 5");
        event("2, 'WON', 'e-5', 'd-2', '2026-03-22 10:00:00', 6");
        database.insert(
                "membership_ledger",
                "generation, checkpoint, rep_id, programme_id, basis, cohort, amount, cause_source, cause_id",
                "1, 1, 'ann', 'p-1', 'completed', '2026-01', 1, 'lms', 't-1'");
        database.insertState(
                "exposure",
                "rep_id, programme_id, basis, cohort",
                "'ann', 'p-1', 'completed', '2026-01'");
        publish("'cohort-metrics', 1, '2026-03-01 00:00:00'");
        publish("'cohort-metrics', 2, '2026-04-01 00:00:00'");
        publish("'event-archive', 2, '2026-04-01 00:00:00'");
    }

    @Test
    void aPartIsTheSumOfItsEntries() {
        assertThat(amounts(NOW, "close_rate_value")).containsExactly("won_amount 17000");
        assertThat(amounts(NOW, "close_rate_count")).containsExactly("won 2");
    }

    /** Breaks where the entries are not cut at the checkpoint that was published then. */
    @Test
    void asOfAMomentThereAreTheEntriesPublishedUntilThen() {
        assertThat(amounts(FIRST, "close_rate_value")).containsExactly("won_amount 10000");
        assertThat(amounts(FIRST, "close_rate_count")).containsExactly("lost 1", "won 1");
    }

    @Test
    void everyEntryNamesItsEvent() {
        assertThat(
                        database.rows(
                                """
                                SELECT subject, amount, kind, event_id, offset, copies
                                FROM %s WHERE part = 'won_amount' ORDER BY subject, checkpoint
                                """
                                        .formatted(parts(NOW, "won_amount_minor", 0))))
                .containsExactly(
                        "d-1 10000 WON e-1 1 1",
                        "d-1 2000 AMOUNT_CHANGED e-3 3 1",
                        "d-2 5000 WON e-5 5 2");
    }

    @Test
    void entriesThatCancelOutAreFoldedAway() {
        String losses = "SELECT kind, amount FROM %s WHERE part = 'lost' ORDER BY checkpoint";

        assertThat(database.rows(losses.formatted(parts(NOW, "close_rate_count", 0)))).isEmpty();
        assertThat(database.rows(losses.formatted(parts(NOW, "close_rate_count", 1))))
                .containsExactly("LOST 1", "REOPENED -1");
    }

    @Test
    void anAmountThatComesBackIsExplainedByItsReturnAlone() {
        entry("3, 'won', 'd-1', -1, 'e-6'");
        entry("4, 'won', 'd-1', 1, 'e-7'");
        publish("'cohort-metrics', 4, '2026-05-01 00:00:00'");

        assertThat(
                        database.rows(
                                "SELECT event_id FROM %s WHERE subject = 'd-1'"
                                        .formatted(parts(NOW, "deals_won", 0))))
                .containsExactly("e-7");
    }

    @Test
    void aCohortHasTheEntriesOfItsMembersAndOfItsOwnProgramme() {
        training("'ann', 'p-1'");
        training("'ann', 'p-2'");
        training("'bob', 'p-1'");

        assertThat(
                        database.rows(
                                """
                                SELECT rep_id, programme_id, amount
                                FROM explained_entry_at(as_of = '%s', metric = 'enrolled', grain = 'cohort',
                                    group_rep = '', group_team = '', programme = 'p-1',
                                    basis = 'completed', cohort = '2026-01',
                                    period = '2026-Q1', deal_type = 'all')
                                """
                                        .formatted(NOW)))
                .containsExactly("ann p-1 1");
    }

    @Test
    void aMemberIsExplainedByTheEventThatExposedTheRep() {
        database.insert(
                "event_log",
                "generation, checkpoint, topic, family, kind, source, event_id, rep_id, occurred_at, recorded_at",
                "1, 1, 'training-events', 'training', 'PASSED', 'lms', 't-1', 'ann', '2026-01-05 10:00:00', '2026-01-09 10:00:00'");

        assertThat(
                        database.rows(
                                """
                                SELECT rep_id, kind, event_id
                                FROM explained_member_at(as_of = '%s', programme = 'p-1',
                                    basis = 'completed', cohort = '2026-01')
                                """
                                        .formatted(FIRST)))
                .containsExactly("ann PASSED t-1");
    }

    /** The ledger counts uses by month, without single causes: they stand in the event log. */
    @Test
    void usesOfContentAreThoseThatWereNotTakenBack() {
        database.insert(
                "rep_ledger",
                "generation, checkpoint, rep_id, month, part, subject, amount, cause_family",
                "1, 1, 'ann', '2026-01-01', 'content_uses', 'content', 1, 'content'");
        use("'VIEWED', 'u-1', '2026-01-05 10:00:00', ''");
        use("'VIEWED', 'u-1', '2026-01-05 10:00:00', ''");
        use("'VIEWED', 'u-2', '2026-01-06 10:00:00', ''");
        use("'VOIDED', 'u-3', '2026-01-07 10:00:00', 'u-2'");
        use("'VIEWED', 'u-4', '2026-02-01 10:00:00', ''");

        assertThat(
                        database.rows(
                                "SELECT event_id FROM explained_use_at(as_of = '%s', metric = 'content_uses', %s)"
                                        .formatted(NOW, inTeam(""))))
                .containsExactly("u-1");
    }

    @Test
    void everyMetricIsExplainedByNumbersOrRows() {
        assertThat(
                        database.rows(
                                "SELECT id FROM metric_definition WHERE id NOT IN (SELECT id FROM metric_number)"))
                .isEmpty();
    }

    @Test
    void everyPartIsDefined() {
        Parts parts = Parts.read();

        assertThat(database.rows("SELECT number FROM number_definition WHERE evidence = 'ledger'"))
                .containsExactlyElementsOf(
                        Stream.concat(parts.sums().stream(), parts.histograms().stream()).toList());
    }

    /** The dashboard asks for so many at once. */
    @Test
    void noFormulaHasMoreThanSixNumbers() {
        assertThat(
                        database.rows(
                                "SELECT max(numbers) FROM (SELECT count() AS numbers FROM formula_number GROUP BY id)"))
                .containsExactly("6");
    }

    /** A number that is new in a formula fails here until number_definition explains it. */
    @Test
    void aFormulaConsistsOfNumbersMetricsAndThese() {
        assertThat(
                        database.rows(
                                """
                                SELECT DISTINCT arrayJoin(extractAll(expression, '\\w+')) AS word FROM metric_expression
                                WHERE word NOT IN (SELECT number FROM number_definition)
                                    AND word NOT IN (SELECT id FROM metric_definition)
                                    AND NOT match(word, '^[0-9]+$')
                                ORDER BY word
                                """))
                .containsExactly(
                        "AND",
                        "NULL",
                        "dateDiff",
                        "day",
                        "days_of",
                        "histogram_median",
                        "histogram_p90",
                        "if",
                        "kaplan_meier_median",
                        "length",
                        "moment",
                        "nullIf",
                        "parts",
                        "period_end",
                        "period_start",
                        "rate",
                        "share_elapsed",
                        "together",
                        "wilson_high",
                        "wilson_low",
                        "with_idle");
    }

    private List<String> amounts(String asOf, String metric) {
        return database.rows(
                "SELECT part, sum(amount) FROM %s GROUP BY part ORDER BY part"
                        .formatted(parts(asOf, metric, 0)));
    }

    private static String parts(String asOf, String metric, int allEntries) {
        return "explained_part_at(as_of = '%s', metric = '%s', all_entries = %d, %s)"
                .formatted(asOf, metric, allEntries, inTeam("north"));
    }

    private static String inTeam(String team) {
        return "grain = 'team', group_rep = '', group_team = '%s', programme = '', basis = '', cohort = '', period = '2026-01', deal_type = 'all'"
                .formatted(team);
    }

    private void entry(String values) {
        database.insert(
                "rep_ledger",
                "generation, rep_id, team, deal_type, month, cause_family, cause_source, checkpoint, part, subject, amount, cause_id",
                "1, 'ann', 'north', 'project', '2026-01-01', 'deal', 'crm', " + values);
    }

    private void training(String repAndProgramme) {
        database.insert(
                "rep_ledger",
                "generation, checkpoint, month, part, subject, amount, rep_id, programme_id",
                "1, 1, '2026-01-01', 'enrolled', 'training', 1, " + repAndProgramme);
    }

    private void event(String values) {
        database.insert(
                "event_log",
                "generation, topic, family, source, recorded_at, checkpoint, kind, event_id, deal_id, occurred_at, offset",
                "1, 'deal-events', 'deal', 'crm', '2026-03-25 00:00:00', " + values);
    }

    private void use(String values) {
        database.insert(
                "event_log",
                "generation, checkpoint, topic, family, source, time_quality, rep_id, target_source, recorded_at, kind, event_id, occurred_at, target_id",
                "1, 1, 'content-events', 'content', 'cms', 'OCCURRED', 'ann', 'cms', '2026-03-25 00:00:00', "
                        + values);
    }

    private void publish(String values) {
        database.insert(
                "pipeline_status",
                "generation, greatest_occurred_at, job, checkpoint, committed_at",
                "1, '2026-03-31 00:00:00', " + values);
    }
}
