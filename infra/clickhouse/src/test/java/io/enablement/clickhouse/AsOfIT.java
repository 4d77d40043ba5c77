package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was shown at a moment. Checkpoint 1 shows one deal won by ann of cohort 2026-01 in five
 * days; checkpoint 2 takes the win back and moves ann to cohort 2026-02.
 */
final class AsOfIT {

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void twoPublications() {
        ledger("1, 'won', 0, 1");
        ledger("1, 'won_cycle_days', 5, 1");
        member("1, '2026-01', 1");
        ledger("2, 'won', 0, -1");
        ledger("2, 'won_cycle_days', 5, -1");
        ledger("2, 'lost', 0, 1");
        member("2, '2026-01', -1");
        member("2, '2026-02', 1");
        publish("1, '2026-03-01 00:00:00', '2026-02-28 00:00:00'");
        publish("2, '2026-04-01 00:00:00', '2026-03-31 00:00:00'");
    }

    @Test
    void aScorecardIsTheSumOfWhatWasPublishedUntilThen() {
        assertThat(team("2026-03-15 00:00:00")).containsExactly("1 0 5.0");
        assertThat(team("2026-04-15 00:00:00")).containsExactly("0 1 null");
    }

    @Test
    void aMonthThatHasReturnedToZeroIsNoRow() {
        ledger("3, 'lost', 0, -1");
        publish("3, '2026-05-01 00:00:00', '2026-03-31 00:00:00'");

        assertThat(team("2026-05-15 00:00:00")).isEmpty();
    }

    @Test
    void aWaiverThatIsPublishedLaterChangesNoCounterpart() {
        database.insertState("programme", "programme_id, definition", "'p-1', 1");
        database.insert(
                "rep_ledger",
                "generation, checkpoint, rep_id, month, part, amount",
                "1, 1, 'bob', '2026-01-01', 'won', 7");
        database.insert(
                "rep_ledger",
                "generation, checkpoint, rep_id, month, programme_id, part, amount",
                "1, 2, 'bob', '2026-01-01', 'p-1', 'waived', 1");
        database.insertState(
                "rep_month",
                "rep_id, month, programme_id, waived",
                "'bob', '2026-01-01', 'p-1', 1");

        assertThat(controls("2026-03-15 00:00:00")).containsExactly("7");
        assertThat(controls("2026-04-15 00:00:00")).isEmpty();
    }

    @Test
    void nothingWasShownBeforeTheFirstPublication() {
        assertThat(team("2026-02-15 00:00:00")).isEmpty();
    }

    @Test
    void aCohortHasTheMembersOfThen() {
        assertThat(cohorts("2026-03-15 00:00:00")).containsExactly("2026-01 1 0 1");
        assertThat(cohorts("2026-04-15 00:00:00")).containsExactly("2026-02 0 1 1");
    }

    @Test
    void theGenerationThatWasActiveThenIsShown() {
        database.insert(
                "pipeline_generation", "generation, activated_at", "2, '2026-05-01 00:00:00'");

        assertThat(team("2026-04-15 00:00:00")).containsExactly("0 1 null");
        assertThat(team("2026-05-15 00:00:00")).isEmpty();
    }

    @Test
    void whatIsNotInTheLedgersIsUnknown() {
        assertThat(
                        database.rows(
                                """
                                SELECT reps, horizon_win_rate, gini_won_amount
                                FROM team_scorecard_at(as_of = '2026-03-15 00:00:00')
                                WHERE deal_type = 'all' AND period_kind = 'month'
                                """))
                .containsExactly("null null null");
    }

    private void ledger(String values) {
        database.insert(
                "rep_ledger",
                "generation, rep_id, team, deal_type, month, subject,"
                        + " checkpoint, part, bucket, amount",
                "1, 'ann', 'north', 'project', '2026-01-01', 'd-1', " + values);
    }

    private void member(String values) {
        database.insert(
                "membership_ledger",
                "generation, rep_id, programme_id, basis, checkpoint, cohort, amount",
                "1, 'ann', 'p-1', 'completed', " + values);
    }

    private void publish(String values) {
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at, greatest_occurred_at",
                "'cohort-metrics', 1, " + values);
    }

    private Iterable<String> team(String asOf) {
        return database.rows(
                """
                SELECT deals_won, deals_lost, cycle_days_won_median
                FROM team_scorecard_at(as_of = '%s')
                WHERE deal_type = 'all' AND period_kind = 'month'
                """
                        .formatted(asOf));
    }

    private Iterable<String> controls(String asOf) {
        return database.rows(
                """
                SELECT deals_won FROM control_scorecard_at(as_of = '%s')
                WHERE deal_type = 'all' AND period_kind = 'month' AND programme_id = 'p-1'
                """
                        .formatted(asOf));
    }

    private Iterable<String> cohorts(String asOf) {
        return database.rows(
                """
                SELECT cohort, deals_won, deals_lost, members
                FROM cohort_scorecard_at(as_of = '%s')
                WHERE deal_type = 'all' AND period_kind = 'month'
                ORDER BY cohort
                """
                        .formatted(asOf));
    }
}
