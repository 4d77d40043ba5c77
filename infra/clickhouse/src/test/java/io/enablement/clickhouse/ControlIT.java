package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The counterpart of a cohort. Programme p-1 is for account executives of emea: ann completed it in
 * February, bob in March; cleo and dan never, dan being of the americas.
 */
final class ControlIT {

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void anOrganisation() {
        database.insertState(
                "programme",
                "programme_id, definition, audience_roles, audience_regions",
                "'p-1', 1, ['ae'], ['emea']");
        for (String month : new String[] {"2026-01-01", "2026-02-01", "2026-03-01"}) {
            won("'ann', 'emea', '" + month + "', 1");
            won("'bob', 'emea', '" + month + "', 10");
            won("'cleo', 'emea', '" + month + "', 100");
            won("'dan', 'americas', '" + month + "', 1000");
        }
        expose("'ann', 'completed', '2026-02'");
        expose("'bob', 'completed', '2026-03'");
    }

    @Test
    void areRepsOfTheAudienceWhomTheProgrammeHasNotReached() {
        assertThat(controls("2026-02"))
                .containsExactly("2026-01 110 2", "2026-02 110 2", "2026-03 100 1");
    }

    @Test
    void areNotTheCohortsOwnMembersBeforeItsMonth() {
        assertThat(controls("2026-03"))
                .containsExactly("2026-01 101 2", "2026-02 100 1", "2026-03 100 1");
    }

    @Test
    void areNotRepsWhoAreAssignedButNotTrained() {
        expose("'cleo', 'assigned', '2026-02'");

        assertThat(controls("2026-02")).containsExactly("2026-01 110 2", "2026-02 10 1");
    }

    @Test
    void areNotRepsWhoWereExcused() {
        database.insertState(
                "rep_month",
                "rep_id, role, region, month, programme_id, waived",
                "'cleo', 'ae', 'emea', '2026-03-01', 'p-1', 1");

        assertThat(controls("2026-02")).containsExactly("2026-01 110 2", "2026-02 110 2");
    }

    @Test
    void areInTheAudienceByTheLabelOfTheMonth() {
        won("'dan', 'emea', '2026-04-01', 7");

        assertThat(controls("2026-02")).contains("2026-04 7 1");
    }

    @Test
    void doNotExistForAProgrammeWithoutADefinition() {
        database.insertState(
                "exposure",
                "rep_id, programme_id, basis, cohort",
                "'ann', 'p-2', 'completed', '2026-02'");

        assertThat(database.rows("SELECT DISTINCT programme_id FROM control_scorecard"))
                .containsExactly("p-1");
    }

    @Test
    void isTheAudienceOfTheNewestDefinition() {
        database.insertState(
                "programme",
                "programme_id, definition, audience_roles, audience_regions",
                "'p-1', 2, ['ae'], []");

        assertThat(controls("2026-02")).contains("2026-03 1100 2");
    }

    /** Nobody is employed here, and no deal is a fact: there is nothing but parts. */
    @ParameterizedTest
    @ValueSource(strings = {"rep", "team", "company", "control", "control_team"})
    void areTheSameWherePartsAloneAreRead(String grain) {
        String numbers =
                """
                SELECT group_rep, group_team, programme_id, basis, cohort, deal_type, period,
                    deals_won, close_rate_count, close_rate_count_low, reps
                FROM %s
                """;
        String alone = numbers.formatted(grain + "_parts");
        String all = numbers.formatted("scorecard(grain = '%s')".formatted(grain));

        assertThat(database.rows(alone)).isNotEmpty();
        assertThat(database.rows(alone + " EXCEPT " + all)).isEmpty();
        assertThat(database.rows(all + " EXCEPT " + alone)).isEmpty();
    }

    private void won(String values) {
        database.insertState("rep_month", "role, rep_id, region, month, won", "'ae', " + values);
    }

    private void expose(String values) {
        database.insertState("exposure", "programme_id, rep_id, basis, cohort", "'p-1', " + values);
    }

    private Iterable<String> controls(String cohort) {
        return database.rows(
                """
                SELECT period, deals_won, reps FROM control_scorecard
                WHERE programme_id = 'p-1' AND basis = 'completed' AND cohort = '%s'
                    AND deal_type = 'all' AND period_kind = 'month'
                ORDER BY period
                """
                        .formatted(cohort));
    }
}
