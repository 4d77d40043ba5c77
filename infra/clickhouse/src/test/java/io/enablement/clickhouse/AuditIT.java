package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the audit makes of a few archived events, and what it says of results beside them. */
final class AuditIT {

    private static final String ALL = "known_at = '2299-01-01 00:00:00'";

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void aDealIsLostReopenedAndWon() {
        event(1, "CREATED", "2026-01-01", "'ann', 5000");
        event(2, "LOST", "2026-01-21", "'', NULL");
        event(3, "REOPENED", "2026-02-20", "'', NULL");
        event(4, "WON", "2026-03-02", "'', 4500");
        published("event-archive", 4);
    }

    @Test
    void countsTheFinalCloseInItsMonth() {
        assertThat(parts(ALL))
                .containsExactly(
                        "2026-01-01 created 0 1",
                        "2026-01-01 created_amount 0 5000",
                        "2026-01-01 created_won 0 1",
                        "2026-02-01 reopened 0 1",
                        "2026-03-01 credited 0 4500",
                        "2026-03-01 won 0 1",
                        "2026-03-01 won_amount 0 4500",
                        "2026-03-01 won_cycle_days 60 1",
                        "2026-03-01 won_cycle_micros 0 5184000000000",
                        "2026-03-01 won_cycles 0 1",
                        "2026-03-01 won_priced 0 1");
    }

    @Test
    void knowsOfALossWhatWasKnownOnThatDay() {
        assertThat(parts("known_at = '2026-01-31 00:00:00'"))
                .contains("2026-01-01 lost 0 1")
                .doesNotContain("2026-01-01 created_won 0 1");
    }

    @Test
    void countsNothingThatWasRefused() {
        database.run("TRUNCATE TABLE event_log");
        event(1, "CREATED", "2026-01-01", "'ann', 5000", "too_late");

        assertThat(parts(ALL)).isEmpty();
    }

    /** Catches a win that is left out because a copy of it came when its deal was dropped. */
    @Test
    void countsNothingThatCameForADroppedDeal() {
        event(5, "DELETED", "2026-03-05", "'', NULL");
        database.run(
                "INSERT INTO event_log SELECT * REPLACE (6 AS offset) FROM event_log WHERE event_id = 'e-4'");
        frozen(5);
        frozen(6);

        assertThat(parts(ALL)).contains("2026-03-01 won 0 1");
    }

    @Test
    void namesEveryNumberThatIsStoredOtherwise() {
        database.insertState(
                "rep_month",
                "rep_id, month, won, won_priced, won_amount, credited, won_cycles, won_cycle_micros, won_cycle_days",
                "'ann', '2026-03-01', 2, 1, 4500, 4500, 1, 5184000000000, map(60, 1)");

        assertThat(
                        database.rows(
                                "SELECT rep_id, month, part, stored, audited FROM audit_difference(%s) WHERE month = '2026-03-01'"
                                        .formatted(ALL)))
                .containsExactly("ann 2026-03-01 won 2 1");
    }

    @Test
    void saysWhichTopicIsNotReadByAll() {
        published("cohort-metrics", 4);
        published("attribution", 3);

        assertThat(database.rows("SELECT * FROM audit_unread")).containsExactly("deal-events 3 4");
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 2", "7, 2, 4", "-5, 2, -2", "-7, 2, -4", "4, 3, 1", "5, 3, 2", "-5, 3, -2"})
    void roundsHalvesToTheEvenNumber(int numerator, int denominator, int rounded) {
        assertThat(database.rows("SELECT half_even(%d, %d)".formatted(numerator, denominator)))
                .containsExactly(Integer.toString(rounded));
    }

    @Test
    void dividesToTheLastUnit() {
        assertThat(database.rows("SELECT shares_of(100, [1, 1, 1]), shares_of(7, [5000, 5000])"))
                .containsExactly("[34, 33, 33] [4, 3]");
    }

    private List<String> parts(String knownAt) {
        return database.rows(
                "SELECT month, part, bucket, amount FROM audit_part(%s) WHERE rep_id = 'ann' ORDER BY month, part"
                        .formatted(knownAt));
    }

    private void event(int offset, String kind, String day, String ownerAndAmount) {
        event(offset, kind, day, ownerAndAmount, "");
    }

    private void event(int offset, String kind, String day, String ownerAndAmount, String refused) {
        database.insert(
                "event_log",
                "generation, checkpoint, topic, offset, refused, family, kind, source, event_id, occurred_at, recorded_at, time_quality, deal_id, currency, owner, amount_minor",
                "1, 1, 'deal-events', %d, '%s', 'deal', '%s', 'crm', 'e-%d', '%s 00:00:00', '%s 00:00:00', 'OCCURRED', 'd-1', 'USD', %s"
                        .formatted(offset, refused, kind, offset, day, day, ownerAndAmount));
    }

    private void frozen(int offset) {
        database.insertState(
                "dead_letter", "reason, topic, offset", "'frozen', 'deal-events', " + offset);
    }

    private void published(String job, int records) {
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at, records_in",
                "'%s', 1, 1, '2026-04-01 00:00:00', map('deal-events', %d)"
                        .formatted(job, records));
    }
}
