package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What has changed since 15 March, when data up to the end of February were shown. Ann's win d-1 of
 * January for 100.00 was shown then, and is mended to 120.00 later.
 */
final class RestatementsIT {

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void twoPublications() {
        entry("1, '2026-01-01', 'won', 'd-1', 1, 'e-1'");
        entry("1, '2026-01-01', 'won_amount', 'd-1', 10000, 'e-1'");
        entry("2, '2026-01-01', 'won_amount', 'd-1', 2000, 'e-2'");
        event("'deal', 'AMOUNT_CHANGED', 'e-2', 'd-1', ''");
        member("1, 'ann', '2026-01', 1, 't-1'");
        publish("1, '2026-03-01 00:00:00', '2026-02-28 00:00:00'");
        publish("2, '2026-04-01 00:00:00', '2026-03-31 00:00:00'");
    }

    /** Breaks where entries are not told apart by the checkpoint that was published then. */
    @Test
    void aMendedAmountRestatesTheMonthOfItsCloseAndNamesTheEvent() {
        assertThat(changes("result = 'rep_month'"))
                .containsExactly(
                        "restated ann 2026-01-01 won_amount 10000 12000 2000 d-1 AMOUNT_CHANGED");
    }

    @Test
    void aCohortIsRestatedWithItsMembers() {
        assertThat(changes("result = 'cohort_metric'"))
                .containsExactly(
                        "restated  2026-01-01 won_amount 10000 12000 2000 d-1 AMOUNT_CHANGED");
    }

    @Test
    void aLateTrainingBringsAllMonthsOfTheRepIntoTheCohort() {
        database.insert(
                "rep_ledger",
                "generation, checkpoint, rep_id, month, part, subject, amount, cause_family, cause_id",
                "1, 1, 'bob', '2026-01-01', 'won', 'd-9', 3, 'deal', 'e-9'");
        member("2, 'bob', '2026-01', 1, 't-2'");
        event("'training', 'COMPLETED', 't-2', '', 'bob'");

        assertThat(changes("part = 'won'"))
                .containsExactly("restated  2026-01-01 won 1 4 3 membership COMPLETED");
    }

    @Test
    void whatWasTakenBackSinceIsNoRestatement() {
        entry("2, '2026-01-01', 'lost', 'd-2', 1, 'e-3'");
        entry("2, '2026-01-01', 'lost', 'd-2', -1, 'e-4'");

        assertThat(changes("part = 'lost'")).isEmpty();
    }

    @Test
    void aNumberThatLooksForwardMatures() {
        entry("2, '2026-01-01', 'created_won', 'd-3', 1, 'e-5'");

        assertThat(changes("part = 'created_won' AND rep_id = 'ann'"))
                .containsExactly("maturing ann 2026-01-01 created_won 0 1 1 d-3 ");
    }

    @Test
    void aMonthOfWhichNothingWasShownIsNew() {
        entry("2, '2026-03-01', 'won', 'd-4', 1, 'e-6'");

        assertThat(changes("part = 'won' AND rep_id = 'ann'"))
                .containsExactly("new ann 2026-03-01 won 0 1 1 d-4 ");
    }

    @Test
    void aMonthThatWasNotOverWasRunning() {
        entry("1, '2026-02-01', 'won', 'd-5', 1, 'e-7'");
        entry("2, '2026-02-01', 'won', 'd-6', 1, 'e-8'");
        database.run("TRUNCATE TABLE pipeline_status");
        publish("1, '2026-03-01 00:00:00', '2026-02-20 00:00:00'");
        publish("2, '2026-04-01 00:00:00', '2026-03-31 00:00:00'");

        assertThat(changes("part = 'won' AND rep_id = 'ann'"))
                .containsExactly("running ann 2026-02-01 won 1 2 1 d-6 ");
    }

    @Test
    void anotherGenerationIsACauseOfItsOwn() {
        database.insert(
                "rep_ledger",
                "generation, checkpoint, rep_id, team, month, part, subject, amount, cause_family",
                "2, 7, 'ann', 'north', '2026-01-01', 'won', 'd-1', 2, 'deal'");
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at",
                "'cohort-metrics', 2, 7, '2026-04-20 00:00:00'");
        database.insert(
                "pipeline_generation", "generation, activated_at", "2, '2026-05-01 00:00:00'");

        assertThat(
                        database.rows(
                                "SELECT shown_then, shown_now, family, event_id FROM %s WHERE part = 'won' AND rep_id = 'ann'"
                                        .formatted(restatements())))
                .containsOnly("1 2 generation 2");
    }

    private List<String> changes(String condition) {
        return database.rows(
                """
                SELECT standing, rep_id, month, part, shown_then, shown_now, change_by_cause,
                    subject, kind
                FROM %s WHERE %s ORDER BY ALL
                """
                        .formatted(restatements(), condition));
    }

    private static String restatements() {
        return "restatement(since = '2026-03-15 00:00:00', programme = '', basis = '', cohort = '', rep = '', team = '', period = '', metric = '')";
    }

    private void entry(String values) {
        database.insert(
                "rep_ledger",
                "generation, rep_id, team, deal_type, cause_family, cause_source, checkpoint, month, part, subject, amount, cause_id",
                "1, 'ann', 'north', 'project', 'deal', 'crm', " + values);
    }

    private void member(String values) {
        database.insert(
                "membership_ledger",
                "generation, programme_id, basis, cause_source, checkpoint, rep_id, cohort, amount, cause_id",
                "1, 'p-1', 'completed', 'crm', " + values);
    }

    private void event(String values) {
        database.insert(
                "event_log",
                "generation, checkpoint, source, occurred_at, recorded_at, family, kind, event_id, deal_id, rep_id",
                "1, 1, 'crm', '2026-01-10 00:00:00', '2026-03-20 00:00:00', " + values);
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at",
                "'event-archive', 1, 1, '2026-04-01 00:00:00'");
    }

    private void publish(String values) {
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at, greatest_occurred_at",
                "'cohort-metrics', 1, " + values);
    }
}
