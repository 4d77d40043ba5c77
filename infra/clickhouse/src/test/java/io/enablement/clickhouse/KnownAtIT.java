package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two questions about the past. Ann wins d-1 and d-2 in January for 100.00 each; that of d-2 is
 * recorded on 10 March, and reaches the results on 1 April.
 */
final class KnownAtIT {

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void aWinIsRecordedLateAndPublishedLater() {
        event("'CREATED', 'e-1', 'd-1', '2026-01-01 10:00:00', '2026-01-01 10:00:00'");
        event("'WON', 'e-2', 'd-1', '2026-01-11 10:00:00', '2026-01-11 10:00:00'");
        event("'CREATED', 'e-3', 'd-2', '2026-01-01 10:00:00', '2026-01-01 10:00:00'");
        event("'WON', 'e-4', 'd-2', '2026-01-12 10:00:00', '2026-03-10 10:00:00'");
        entry("1, 'd-1', 'e-2'");
        entry("2, 'd-2', 'e-4'");
        publish("'cohort-metrics', 1, '2026-03-01 00:00:00'");
        publish("'cohort-metrics', 2, '2026-04-01 00:00:00'");
        publish("'event-archive', 2, '2026-04-01 00:00:00'");
    }

    @Test
    void whatWasKnownIsAheadOfWhatWasShown() {
        assertThat(won("scorecard_at(as_of = '2026-03-15 00:00:00', %s)")).containsExactly("1");
        assertThat(won("known_scorecard(known_at = '2026-03-15 00:00:00', %s)"))
                .containsExactly("2");
    }

    /** Breaks where one clock is taken for the other. */
    @Test
    void anEventCountsFromItsRecordingOn() {
        assertThat(won("known_scorecard(known_at = '2026-03-05 00:00:00', %s)"))
                .containsExactly("1");
    }

    @Test
    void aDealNamesItsNewestEventOfThen() {
        assertThat(
                        database.rows(
                                """
                                SELECT subject, part, amount, kind, event_id
                                FROM known_part(known_at = '2026-03-15 00:00:00', metric = 'won_amount_minor',
                                    grain = 'rep', group_rep = 'ann', group_team = '', programme = '',
                                    basis = '', cohort = '', period = '2026-01', deal_type = 'all')
                                ORDER BY subject
                                """))
                .containsExactly("d-1 won_amount 10000 WON e-2", "d-2 won_amount 10000 WON e-4");
    }

    private List<String> won(String scorecard) {
        return database.rows(
                "SELECT deals_won FROM %s WHERE group_rep = 'ann' AND period = '2026-01' AND deal_type = 'all'"
                        .formatted(scorecard.formatted("grain = 'rep'")));
    }

    private void event(String values) {
        database.insert(
                "event_log",
                "generation, checkpoint, topic, family, source, time_quality, owner, amount_minor, currency, deal_type, kind, event_id, deal_id, occurred_at, recorded_at",
                "1, 1, 'deal-events', 'deal', 'crm', 'OCCURRED', 'ann', 10000, 'USD', 'PROJECT', "
                        + values);
    }

    private void entry(String values) {
        database.insert(
                "rep_ledger",
                "generation, rep_id, deal_type, month, part, amount, cause_family, cause_source, checkpoint, subject, cause_id",
                "1, 'ann', 'project', '2026-01-01', 'won', 1, 'deal', 'crm', " + values);
    }

    private void publish(String values) {
        database.insert(
                "pipeline_status",
                "generation, greatest_occurred_at, job, checkpoint, committed_at",
                "1, '2026-03-31 00:00:00', " + values);
    }
}
