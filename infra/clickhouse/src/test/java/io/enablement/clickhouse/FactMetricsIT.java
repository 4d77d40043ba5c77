package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Metrics that are computed from facts: deals, stages, employment. The data ends on 1 June 2026.
 */
final class FactMetricsIT {

    private static final long DAY = 86_400_000_000L;

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void theDataEndsInJune() {
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at, greatest_occurred_at",
                "'cohort-metrics', 1, 1, '2026-06-02 00:00:00', '2026-06-01 00:00:00'");
    }

    @Test
    void aHorizonJudgesDealsThatAreOldEnough() {
        deal("'in-time', 'won', '2026-01-10 00:00:00', '2026-01-10', " + 90 * DAY);
        deal("'too-late', 'won', '2026-01-10 00:00:00', '2026-01-10', " + (90 * DAY + 1));
        deal("'lost', 'lost', '2026-01-10 00:00:00', '2026-01-10', " + DAY);
        deal("'old-enough', 'open', '2026-03-03 00:00:00', '2026-03-03', NULL");
        deal("'too-young', 'won', '2026-03-03 00:00:01', '2026-03-03', " + DAY);
        deal("'gone', 'deleted', '2026-01-10 00:00:00', '2026-01-10', NULL");

        assertThat(number("horizon_win_rate", "company_scorecard", "period = '2026-01'"))
                .isCloseTo(1 / 3.0, within(1e-12));
        assertThat(number("horizon_win_rate", "company_scorecard", "period = '2026-Q1'"))
                .isEqualTo(1 / 4.0);
        assertThat(number("horizon_win_rate", "company_scorecard", "period = '2026-03'")).isZero();
    }

    @Test
    void aDealBelongsToTheTeamOfItsOwnerAtCreation() {
        rep("'ann', '2026-01-01 00:00:00', '2026-02-01 00:00:00', 'north', 'employed'");
        rep("'ann', '2026-02-01 00:00:00', NULL, 'south', 'employed'");
        deal("'d-1', 'won', '2026-01-31 23:59:59', '2026-01-31', " + DAY);
        deal("'d-2', 'lost', '2026-02-01 00:00:00', '2026-02-01', " + DAY);

        assertThat(
                        number(
                                "horizon_win_rate",
                                "team_scorecard",
                                "team = 'north' AND period = '2026'"))
                .isEqualTo(1);
        assertThat(
                        number(
                                "horizon_win_rate",
                                "team_scorecard",
                                "team = 'south' AND period = '2026'"))
                .isZero();
    }

    /**
     * Hired on 1 January; first wins after 10, 20 and 40 days, one has left after 30 days without.
     * S(10) = 3/4, S(20) = 3/4 x 2/3 = 1/2.
     */
    @Test
    void timeToTheFirstDealCensorsWhoHasNone() {
        hire("a");
        hire("b");
        hire("c");
        hire("d");
        rep("'d', '2026-01-31 00:00:00', NULL, 'north', 'left'");
        firstWin("a", "2026-01-11");
        firstWin("b", "2026-01-21");
        firstWin("c", "2026-02-10");

        assertThat(number("time_to_first_deal_days", "company_scorecard", "period = '2026-01'"))
                .isEqualTo(20);
        assertThat(number("reps_hired", "company_scorecard", "period = '2026-01'")).isEqualTo(4);
    }

    @Test
    void whoWasHiredBeforeTheDataHasNoStartThatAnybodySaw() {
        rep("'veteran', '2015-01-01 00:00:00', NULL, 'north', 'employed'");
        hire("a");
        amount("'a', '2026-01-01', 100");
        firstWin("veteran", "2026-01-11");
        firstWin("a", "2026-01-21");

        assertThat(number("reps_hired", "company_scorecard", "period = 'all'")).isEqualTo(1);
        assertThat(number("time_to_first_deal_days", "company_scorecard", "period = 'all'"))
                .isEqualTo(20);
    }

    @Test
    void aMedianThatIsNotReachedIsEmpty() {
        hire("a");
        hire("b");
        hire("c");
        firstWin("a", "2026-01-11");

        assertThat(number("time_to_first_deal_days", "company_scorecard", "period = '2026-01'"))
                .isNull();
    }

    @Test
    void rampIsTheFirstMonthAtTheWholeQuota() {
        hire("a");
        quota("'a', '2026-01-01', 90, 100");
        quota("'a', '2026-02-01', 0, 0");
        quota("'a', '2026-03-01', 100, 100");

        assertThat(number("ramp_months", "rep_scorecard", "rep_id = 'a' AND period = '2026-01'"))
                .isEqualTo(3);
    }

    /** Won amounts 0, 0, 100 and 300: (1 x 100 + 3 x 300) / (4 x 400). */
    @Test
    void giniCountsRepsWhoWonNothing() {
        hire("a");
        hire("b");
        amount("'c', '2026-01-01', 100");
        amount("'d', '2026-01-01', 300");

        assertThat(number("gini_won_amount", "company_scorecard", "period = '2026-01'"))
                .isEqualTo(0.625);
        assertThat(number("gini_won_amount", "company_scorecard", "period = '2026-02'")).isNull();
    }

    @Test
    void paceDividesByTheShareOfThePeriodThatIsOver() {
        quota("'a', '2026-04-01', 50, 100");
        quota("'a', '2026-06-01', 10, 100");

        assertThat(number("pace", "company_scorecard", "period = '2026-04'")).isEqualTo(0.5);
        assertThat(number("pace", "company_scorecard", "period = '2026-06'")).isNull();
        // 61 of the 91 days of the quarter are over on 1 June.
        assertThat(number("pace", "company_scorecard", "period = '2026-Q2'"))
                .isCloseTo(0.3 / (61 / 91.0), within(1e-12));
        assertThat(number("pace", "company_scorecard", "period = 'all'")).isNull();
    }

    @Test
    void stagesAreConvertedByWhatCameAfterTheFirstEntry() {
        deal("'d-1', 'won', '2026-01-10 00:00:00', '2026-01-10', " + DAY);
        deal("'d-2', 'open', '2026-01-10 00:00:00', '2026-01-10', NULL");
        stage("d-1", "A", 1, "2026-01-10 00:00:00", 10, 30);
        stage("d-2", "A", 0, "2026-01-10 00:00:00", 20, 20);

        assertThat(
                        database.rows(
                                """
                                SELECT stage_entered, stage_conversion, stage_days_latest_median,
                                    stage_days_cumulative_mean
                                FROM rep_stage_scorecard
                                WHERE rep_id = 'ann' AND deal_type = 'all' AND period = '2026-Q1'
                                """))
                .containsExactly("2 0.5 15.0 25.0");
    }

    /** Ten stays of 1 to 10 days: nine in ten are over after 9.1 days. */
    @Test
    void dealsAreStuckThatStayLongerThanNineInTen() {
        rep("'ann', '2026-01-01 00:00:00', NULL, 'north', 'employed'");
        for (int days = 1; days <= 10; days++) {
            stage("done-" + days, "A", 1, "2026-01-10 00:00:00", days, days);
        }
        open("'stuck', 'A'", "2026-05-22 00:00:00");
        open("'moving', 'A'", "2026-05-23 00:00:00");

        assertThat(database.rows("SELECT manager, reps, open_deals, stuck_deals FROM manager_load"))
                .containsExactly("max 1 2 1");
    }

    @Test
    void loadIsThatOfToday() {
        rep("'leaves', '2026-01-01 00:00:00', '2026-12-31 00:00:00', 'north', 'employed'");
        rep("'leaves', '2026-12-31 00:00:00', NULL, 'north', 'left'");
        rep("'comes', '2026-07-01 00:00:00', NULL, 'north', 'employed'");
        open("'d-1', 'A'", "2026-05-22 00:00:00");

        assertThat(database.rows("SELECT rep_id, employment FROM rep_load ORDER BY rep_id"))
                .containsExactly("ann ", "leaves employed");
    }

    private void hire(String rep) {
        rep("'%s', '2026-01-01 00:00:00', NULL, 'north', 'employed'".formatted(rep));
    }

    private void rep(String values) {
        database.insertState(
                "rep",
                "manager, rep_id, valid_from, valid_to, team, employment",
                "'max', " + values);
    }

    private void deal(String values) {
        database.insertState(
                "deal",
                "deal_type, created_owner, deal_id, status, created_at, created_day, elapsed_micros",
                "'project', 'ann', " + values);
    }

    private void firstWin(String rep, String day) {
        database.insertState(
                "deal",
                "deal_id, status, closed_owner, closed_day",
                "'first-of-%s', 'won', '%s', '%s'".formatted(rep, rep, day));
    }

    private void open(String dealAndStage, String since) {
        database.insertState(
                "deal", "status, owner, deal_id, stage", "'open', 'ann', " + dealAndStage);
        database.insertState(
                "deal_stage",
                "deal_id, stage, last_entered_at",
                "%s, '%s'".formatted(dealAndStage, since));
    }

    /** Deal, stage, whether it went further, first entry, days of the last stay and of all. */
    private void stage(
            String deal, String stage, int advanced, String entered, int latest, int all) {
        database.insertState(
                "deal_stage",
                "owner, entered_owner, deal_id, stage, advanced, entered_at, last_entered_at,"
                        + " latest_days, latest_micros, cumulative_days, cumulative_micros",
                "'ann', 'ann', '%s', '%s', %d, '%s', '%s', %d, %d, %d, %d"
                        .formatted(
                                deal,
                                stage,
                                advanced,
                                entered,
                                entered,
                                latest,
                                latest * DAY,
                                all,
                                all * DAY));
    }

    private void quota(String values) {
        database.insertState("rep_month", "rep_id, month, credited, quota", values);
    }

    private void amount(String values) {
        database.insertState("rep_month", "rep_id, month, won_amount", values);
    }

    private Double number(String metric, String view, String condition) {
        return database.number(
                "SELECT %s FROM %s WHERE deal_type = 'all' AND %s"
                        .formatted(metric, view, condition));
    }
}
