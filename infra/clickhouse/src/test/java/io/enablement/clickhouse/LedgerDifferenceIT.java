package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LedgerDifferenceIT {

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void aRepWinsTwoDealsAndIsInOneCohort() {
        ledger("'won', 0, 'd-1', 1");
        ledger("'won', 0, 'd-2', 1");
        ledger("'won_cycle_days', 5, 'd-1', 1");
        ledger("'won_cycle_days', 6, 'd-2', 1");
        ledger("'won_cycle_days', 6, 'd-2', -1");
        ledger("'won_cycle_days', 5, 'd-2', 1");
        ledger("'lost', 0, 'd-1', 1");
        ledger("'lost', 0, 'd-1', -1");
        database.insertState(
                "rep_month",
                "rep_id, team, deal_type, month, won, won_cycle_days",
                "'ann', 'north', 'project', '2026-01-01', 2, map(5, 2)");
        member("'2026-01', 1");
        member("'2026-02', 1");
        member("'2026-02', -1");
        database.insertState(
                "cohort_metric",
                "programme_id, basis, cohort, deal_type, month, won, won_cycle_days",
                "'p-1', 'assigned', '2026-01', 'project', '2026-01-01', 2, map(5, 2)");
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at",
                "'cohort-metrics', 1, 1, '2026-02-01 00:00:00'");
    }

    @Test
    void isEmptyWhereResultsAreTheSumsOfTheirLedgers() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void findsARepMonthThatNoEntryExplains() {
        database.insertState(
                "rep_month",
                "rep_id, team, deal_type, month, credited",
                "'bob', 'north', 'project', '2026-01-01', 100");

        assertThat(differences()).containsExactly("rep_month bob  credited 0 0 100");
    }

    @Test
    void findsACohortMetricThatCountsADealTooMany() {
        database.insert(
                "cohort_metric",
                "generation, version, is_deleted, programme_id, basis, cohort, deal_type, month,"
                        + " won, won_cycle_days",
                "1, 1, 0, 'p-1', 'assigned', '2026-01', 'project', '2026-01-01', 3, map(5, 2)");

        assertThat(differences()).containsExactly("cohort_metric  2026-01 won 0 2 3");
    }

    @Test
    void findsAnEntryInTheWrongBucket() {
        ledger("'won_cycle_days', 9, 'd-1', 1");
        ledger("'won_cycle_days', 5, 'd-1', -1");

        assertThat(differences())
                .containsExactly(
                        "cohort_metric  2026-01 won_cycle_days 5 1 2",
                        "cohort_metric  2026-01 won_cycle_days 9 1 0",
                        "rep_month ann  won_cycle_days 5 1 2",
                        "rep_month ann  won_cycle_days 9 1 0");
    }

    /** Breaks where an entry is written with the wrong sign. */
    @Test
    void findsAFlippedSign() {
        ledger("'won', 0, 'd-3', -1");

        assertThat(differences())
                .containsExactly("cohort_metric  2026-01 won 0 1 2", "rep_month ann  won 0 1 2");
    }

    /** Breaks where a row that has ceased to exist leaves its ledger behind, or the other way. */
    @Test
    void findsATombstoneWhoseLedgerGoesOn() {
        database.insert(
                "rep_month",
                "generation, version, is_deleted, rep_id, team, deal_type, month",
                "1, 1, 1, 'ann', 'north', 'project', '2026-01-01'");

        assertThat(differences())
                .containsExactly("rep_month ann  won 0 2 0", "rep_month ann  won_cycle_days 5 2 0");
    }

    @Test
    void findsARowThatShouldBeATombstone() {
        database.insertState("rep_month", "rep_id, month", "'eve', '2026-01-01'");

        assertThat(differences()).containsExactly("rep_month eve   0 0 1");
    }

    @Test
    void coversEveryPart() {
        Parts parts = Parts.read();
        String sums = String.join(", ", parts.sums());
        String histograms = String.join(", ", parts.histograms());
        database.insertState(
                "rep_month",
                "rep_id, month, " + sums + ", " + histograms,
                "'eve', '2026-01-01', "
                        + "1, ".repeat(parts.sums().size())
                        + String.join(
                                ", ", Collections.nCopies(parts.histograms().size(), "map(7, 1)")));

        assertThat(
                        database.rows(
                                "SELECT part FROM ledger_difference WHERE rep_id = 'eve' AND result_amount = 1"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(parts.sums().stream(), parts.histograms().stream()).toList());
    }

    @Test
    void judgesAResultOnceItsCheckpointIsPublished() {
        database.insert(
                "rep_month",
                "generation, version, is_deleted, rep_id, team, deal_type, month, won, won_cycle_days",
                "1, 2, 0, 'ann', 'north', 'project', '2026-01-01', 3, map(5, 2)");

        assertThat(differences()).isEmpty();

        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at",
                "'cohort-metrics', 1, 2, '2026-02-01 00:00:05'");
        assertThat(differences()).containsExactly("rep_month ann  won 0 2 3");
    }

    private void ledger(String values) {
        database.insert(
                "rep_ledger",
                "generation, checkpoint, rep_id, team, deal_type, month,"
                        + " part, bucket, subject, amount",
                "1, 1, 'ann', 'north', 'project', '2026-01-01', " + values);
    }

    private void member(String values) {
        database.insert(
                "membership_ledger",
                "generation, checkpoint, rep_id, programme_id, basis, cohort, amount",
                "1, 1, 'ann', 'p-1', 'assigned', " + values);
    }

    private List<String> differences() {
        return database.rows(
                """
                SELECT result, rep_id, cohort, part, bucket, ledger_amount, result_amount
                FROM ledger_difference ORDER BY ALL
                """);
    }
}
