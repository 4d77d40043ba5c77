package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What leads: trainings and content. Programme p-1 is for account executives and lists content c-1,
 * of which version 2 was published on 10 February 2026. Ann and bob are account executives.
 */
final class ProgrammeScorecardIT {

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void aProgrammeWithContent() {
        database.insertState(
                "programme",
                "programme_id, definition, audience_roles, content_ids",
                "'p-1', 1, ['ae'], ['c-1']");
        publish("1", "2026-01-01 00:00:00");
        publish("2", "2026-02-10 12:00:00");
        for (String rep : new String[] {"ann", "bob"}) {
            database.insertState(
                    "rep_month",
                    "role, deal_type, rep_id, month, won, lost",
                    "'ae', 'project', '%s', '2026-02-01', 1, 1".formatted(rep));
        }
    }

    @Test
    void contentOfTheDefinitionBelongsToTheProgramme() {
        use("'ann', '', 'c-1', '2', 3, map(12, 3)");
        use("'ann', '', 'c-other', '2', 5, map(12, 5)");

        assertThat(february("content_uses, content_uses_per_rep, share_of_reps_using_content"))
                .containsExactly("3 1.5 0.5");
    }

    @Test
    void aUseThatNamesAnotherProgrammeBelongsThere() {
        use("'ann', 'p-2', 'c-1', '2', 3, map(12, 3)");

        assertThat(february("content_uses")).containsExactly("0");
    }

    @Test
    void usesOnDealsAreDividedByTheDealsOfTheAudience() {
        database.insertState(
                "content_month",
                "month, rep_id, content_id, uses, uses_on_deals, uses_by_day",
                "'2026-02-01', 'ann', 'c-1', 6, 2, map(3, 4, 9, 2)");

        assertThat(february("content_uses, content_uses_per_deal")).containsExactly("6 0.5");
    }

    /** Of 1 + 2 + 4 + 8 uses of version 1, the 4 + 8 after the day of publication are stale. */
    @Test
    void aVersionIsStaleFromTheDayAfterANewerOne() {
        use("'ann', '', 'c-1', '1', 15, map(9, 1, 10, 2, 11, 4, 12, 8)");
        use("'ann', '', 'c-1', '2', 5, map(11, 5)");
        use("'bob', '', 'c-1', '', 7, map(11, 7)");

        assertThat(february("content_uses, share_of_stale_uses")).containsExactly("27 0.6");
    }

    @Test
    void aNewVersionIsNotStaleOnTheDayOfItsPublication() {
        use("'ann', '', 'c-1', '2', 3, map(9, 1, 10, 2)");

        assertThat(february("share_of_stale_uses")).containsExactly("0.0");
    }

    @Test
    void ratesAreThoseOfTheAudience() {
        database.insertState(
                "content_month",
                "month, rep_id, content_id, uses, uses_on_deals, uses_by_day",
                "'2026-02-01', 'outsider', 'c-1', 10, 5, map(3, 10)");

        assertThat(february("content_uses, content_uses_per_rep, content_uses_per_deal"))
                .containsExactly("10 0.0 0.0");
    }

    @Test
    void trainingsCountWhoeverTookPart() {
        database.insertState(
                "rep_month",
                "programme_id, role, rep_id, month, enrolled, enrolled_completed, passed, failed,"
                        + " scores, score_millionths",
                "'p-1', 'manager', 'max', '2026-02-01', 4, 3, 1, 3, 2, 1500000");

        assertThat(february("enrolled, completion_rate, pass_rate, mean_score, reps"))
                .containsExactly("4 0.75 0.25 0.75 2");
    }

    @Test
    void aProgrammeThatWasNeverDefinedShowsItsTrainings() {
        database.insertState(
                "rep_month",
                "programme_id, rep_id, month, enrolled",
                "'p-9', 'ann', '2026-02-01', 1");

        assertThat(
                        database.rows(
                                """
                                SELECT enrolled, completed, content_uses_per_rep
                                FROM programme_scorecard
                                WHERE programme_id = 'p-9' AND period = '2026-Q1'
                                """))
                .containsExactly("1 0 null");
    }

    @Test
    void assignmentsAreRealWhereTheirDealExists() {
        database.insertState("deal", "deal_id, status", "'d-1', 'won'");
        database.insertState("deal", "deal_id, status", "'d-2', 'deleted'");
        assignment("'1', 'submitted', 'd-1'");
        assignment("'2', 'approved', 'd-1'");
        assignment("'3', 'submitted', 'd-2'");
        assignment("'4', 'submitted', 'd-3'");

        assertThat(
                        database.rows(
                                """
                                SELECT stage, assignments_submitted, assignments_approved,
                                    submitted_on_deals, approved_on_deals, assigned_deals,
                                    assigned_deals_won
                                FROM programme_assignment
                                WHERE programme_id = 'p-1' AND period = '2026-02'
                                """))
                .containsExactly("Proposal 3 1 1 1 1 1");
    }

    private void publish(String version, String at) {
        database.insertState(
                "content_publication",
                "programme_id, content_id, event_id, content_version, published_at",
                "'p-1', 'c-1', 'of-%s', '%s', '%s'".formatted(version, version, at));
    }

    private void use(String values) {
        database.insertState(
                "content_month",
                "month, rep_id, programme_id, content_id, content_version, uses, uses_by_day",
                "'2026-02-01', " + values);
    }

    private void assignment(String values) {
        database.insertState(
                "assignment",
                "programme_id, rep_id, stage, occurred_at, event_id, state, deal_id",
                "'p-1', 'ann', 'Proposal', '2026-02-03 00:00:00', " + values);
    }

    private Iterable<String> february(String columns) {
        return database.rows(
                "SELECT %s FROM programme_scorecard WHERE programme_id = 'p-1' AND period = '2026-02'"
                        .formatted(columns));
    }
}
