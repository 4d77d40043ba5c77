package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CurrentViewsIT {

    private final TestDatabase database = TestDatabase.withSchema();

    @Test
    void showTheNewestVersionOfARow() {
        insertDeal(1, 2, 0, "'d-1', 'won'");
        insertDeal(1, 1, 0, "'d-1', 'open'");

        assertThat(currentDeals()).containsExactly("d-1 won");
    }

    @Test
    void leaveOutWhatCeasedToExist() {
        insertDeal(1, 1, 0, "'d-1', 'won'");
        insertDeal(1, 2, 1, "'d-1', 'won'");

        assertThat(currentDeals()).isEmpty();
    }

    @Test
    void showGenerationOneUntilAnotherIsActivated() {
        insertDeal(1, 1, 0, "'d-1', 'won'");
        insertDeal(2, 1, 0, "'d-1', 'lost'");

        assertThat(currentDeals()).containsExactly("d-1 won");
    }

    @Test
    void showTheGenerationThatWasActivatedLast() {
        insertDeal(1, 1, 0, "'d-1', 'won'");
        insertDeal(2, 1, 0, "'d-1', 'lost'");
        insertDeal(3, 1, 0, "'d-1', 'open'");

        activate(3, "2026-01-05 00:00:00");
        activate(2, "2026-01-06 00:00:00");

        assertThat(currentDeals()).containsExactly("d-1 lost");
    }

    @Test
    void showLedgerEntriesOncePublished() {
        String columns = "generation, checkpoint, rep_id, month, part, subject, amount";
        database.insert("rep_ledger", columns, "1, 7, 'ann', '2026-01-01', 'won', 'd-1', 1");
        database.insert("rep_ledger", columns, "1, 8, 'ann', '2026-01-01', 'won', 'd-2', 1");

        publish(7, "2026-01-05 00:00:00");

        assertThat(database.rows("SELECT subject FROM current_rep_ledger")).containsExactly("d-1");
    }

    @Test
    void keepTheFirstPublicationOfACheckpoint() {
        publish(7, "2026-01-05 00:00:00");
        publish(7, "2026-01-06 00:00:00");

        assertThat(database.rows("SELECT toDate(committed_at) FROM current_status"))
                .containsExactly("2026-01-05");
    }

    @Test
    void countDeadLettersByReason() {
        String columns = "reason, topic, offset, detail";
        database.insertState("dead_letter", columns, "'TOO_LATE', 'deal-events', 1, 'first'");
        database.insertState("dead_letter", columns, "'TOO_LATE', 'deal-events', 2, 'second'");

        assertThat(
                        database.rows(
                                "SELECT reason, dead_letters, last_detail FROM dead_letter_summary"))
                .containsExactly("TOO_LATE 2 second");
    }

    private void insertDeal(int generation, int version, int isDeleted, String values) {
        database.insert(
                "deal",
                "generation, version, is_deleted, deal_id, status",
                "%d, %d, %d, %s".formatted(generation, version, isDeleted, values));
    }

    private void activate(int generation, String at) {
        database.insert(
                "pipeline_generation",
                "generation, activated_at",
                "%d, '%s'".formatted(generation, at));
    }

    private void publish(int checkpoint, String at) {
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at",
                "'cohort-metrics', 1, %d, '%s'".formatted(checkpoint, at));
    }

    private Iterable<String> currentDeals() {
        return database.rows("SELECT deal_id, status FROM current_deal");
    }
}
