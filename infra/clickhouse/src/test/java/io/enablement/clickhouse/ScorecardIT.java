package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import org.junit.jupiter.api.Test;

final class ScorecardIT {

    private static final String DEAL_COLUMNS = "rep_id, team, deal_type, month, won, lost";
    private static final String QUOTA_COLUMNS = "rep_id, team, month, credited, quota";

    private final TestDatabase database = TestDatabase.withSchema();

    @Test
    void givesAWilsonIntervalBesideTheRate() {
        deals("'ann', 'north', 'project', '2026-01-01', 3, 7");
        deals("'bob', 'south', 'project', '2026-01-01', 20, 80");

        assertNumber("close_rate_count", "rep_scorecard", "rep_id = 'ann'", 0.3);
        assertNumber("close_rate_count_low", "rep_scorecard", "rep_id = 'ann'", 0.1078);
        assertNumber("close_rate_count_high", "rep_scorecard", "rep_id = 'ann'", 0.6032);
        assertNumber("close_rate_count_low", "rep_scorecard", "rep_id = 'bob'", 0.1334);
        assertNumber("close_rate_count_high", "rep_scorecard", "rep_id = 'bob'", 0.2888);
    }

    @Test
    void addsMonthsUpBeforeItDivides() {
        deals("'ann', 'north', 'project', '2026-01-01', 1, 0");
        deals("'ann', 'north', 'project', '2026-02-01', 0, 9");

        assertNumber("close_rate_count", "rep_scorecard", "period = '2026-Q1'", 0.1);
        assertNumber("close_rate_count", "rep_scorecard", "period = '2026'", 0.1);
        assertNumber("close_rate_count", "rep_scorecard", "period = 'all'", 0.1);
    }

    @Test
    void reportsDealTypesApartAndTogether() {
        deals("'ann', 'north', 'project', '2026-01-01', 1, 1");
        deals("'ann', 'north', 'transactional', '2026-01-01', 0, 2");

        assertThat(
                        database.rows(
                                """
                                SELECT deal_type, close_rate_count FROM rep_scorecard
                                WHERE period = '2026-01' ORDER BY deal_type
                                """))
                .containsExactly("all 0.25", "project 0.5", "transactional 0.0");
    }

    @Test
    void multipliesVelocityFromItsFourFactors() {
        database.insertState(
                "rep_month",
                "rep_id, month, won, lost, won_priced, won_amount, won_cycles, won_cycle_micros",
                "'ann', '2026-01-01', 10, 30, 10, 250000, 10, 10 * 90 * 86400000000");

        assertNumber("sales_velocity_minor", "company_scorecard", "period = '2026-01'", 2777.7778);
        assertNumber(
                "realised_velocity_minor", "company_scorecard", "period = '2026-01'", 8064.5161);
    }

    @Test
    void addsUpMoreCycleTimeThanSixtyFourBitsHold() {
        String columns =
                "rep_id, month, won_cycles, won_cycle_micros, lost_cycles, lost_cycle_micros";
        String aMillionDealsOf100Days = "1000000, 1000000 * 100 * 86400000000";
        String bothWays = aMillionDealsOf100Days + ", " + aMillionDealsOf100Days;
        database.insertState("rep_month", columns, "'ann', '2026-01-01', " + bothWays);
        database.insertState("rep_month", columns, "'bob', '2026-01-01', " + bothWays);

        assertNumber("cycle_days_won_mean", "company_scorecard", "period = '2026-01'", 100);
        assertNumber("cycle_days_lost_mean", "company_scorecard", "period = '2026-01'", 100);
    }

    @Test
    void doesNotTakeTheOwnerOfDealsWithoutOneForARep() {
        quota("'ann', 'north', '2026-01-01', 50, 100");
        deals("'unassigned', '', 'project', '2026-01-01', 3, 1");

        assertNumber("deals_won", "company_scorecard", "period = '2026-01'", 3);
        assertNumber("reps", "company_scorecard", "period = '2026-01'", 1);
        assertNumber("reps_without_quota", "company_scorecard", "period = '2026-01'", 0);
        assertNumber("deals_won", "rep_scorecard", "rep_id = 'unassigned'", 3);
    }

    @Test
    void dividesCreditByTheQuotaOfTheWholeRamp() {
        quota("'ann', 'north', '2026-01-01', 5000, 10000");
        quota("'ann', 'north', '2026-02-01', 15000, 20000");
        quota("'ann', 'north', '2026-03-01', 25000, 30000");

        assertNumber("quota_attainment", "rep_scorecard", "period = '2026-Q1'", 0.75);
    }

    @Test
    void keepsCreditWithoutAQuotaOutOfTheTeam() {
        quota("'ann', 'north', '2026-01-01', 300, 100");
        quota("'bob', 'north', '2026-01-01', 50, 100");
        quota("'cleo', 'north', '2026-01-01', 900, 0");

        assertNumber("quota_attainment", "team_scorecard", "team = 'north'", 1.75);
        assertNumber("share_of_reps_at_quota", "team_scorecard", "team = 'north'", 0.5);
        assertNumber("median_rep_attainment", "team_scorecard", "team = 'north'", 1.75);
        assertNumber("reps_without_quota", "team_scorecard", "team = 'north'", 1);
        assertEmpty("quota_attainment", "rep_scorecard", "rep_id = 'cleo'");
    }

    @Test
    void leavesARateWithoutADenominatorEmpty() {
        quota("'ann', 'north', '2026-01-01', 0, 0");

        assertThat(
                        database.rows(
                                """
                                SELECT close_rate_count,
                                    close_rate_count_low,
                                    close_rate_count_high,
                                    close_rate_value,
                                    created_win_rate,
                                    qualified_win_rate,
                                    drop_rate,
                                    win_loss_ratio,
                                    avg_deal_amount_minor,
                                    sales_velocity_minor,
                                    cycle_days_won_median,
                                    cycle_days_won_mean,
                                    cycle_days_won_p90,
                                    quota_attainment,
                                    median_rep_attainment
                                FROM company_scorecard
                                WHERE deal_type = 'all' AND period = '2026-01'
                                """))
                .containsExactly(String.join(" ", Collections.nCopies(15, "null")));
    }

    @Test
    void countsAMonthInTheTeamOfThatTime() {
        deals("'ann', 'north', 'project', '2026-01-01', 1, 0");
        deals("'ann', 'south', 'project', '2026-02-01', 1, 1");

        assertNumber("deals_won", "team_scorecard", "team = 'north' AND period = '2026'", 1);
        assertNumber("close_rate_count", "team_scorecard", "team = 'south'", 0.5);
        assertThat(
                        database.rows(
                                """
                                SELECT DISTINCT team FROM rep_scorecard
                                WHERE rep_id = 'ann' AND period = '2026'
                                """))
                .containsExactly("south");
    }

    @Test
    void givesACohortItsOwnPartsAndTheAttainmentOfItsMembers() {
        expose("'ann', 'p-1', 'assigned', '2026-01'");
        expose("'bob', 'p-1', 'assigned', '2026-01'");
        quota("'ann', 'north', '2026-02-01', 50, 100");
        database.insertState(
                "cohort_metric",
                "programme_id, basis, cohort, deal_type, month, won, lost, credited, quota",
                "'p-1', 'assigned', '2026-01', 'project', '2026-02-01', 1, 3, 50, 100");

        assertNumber("close_rate_count", "cohort_scorecard", "cohort = '2026-01'", 0.25);
        assertNumber("quota_attainment", "cohort_scorecard", "cohort = '2026-01'", 0.5);
        assertNumber("members", "cohort_scorecard", "cohort = '2026-01'", 2);
        assertNumber("reps", "cohort_scorecard", "cohort = '2026-01'", 1);
        assertNumber("reps_without_quota", "cohort_scorecard", "cohort = '2026-01'", 0);
    }

    @Test
    void givesWhatHasNoDealTypeOnlyForAllOfThem() {
        deals("'ann', 'north', 'project', '2026-01-01', 1, 0");
        quota("'ann', 'north', '2026-01-01', 50, 100");

        assertThat(
                        database.rows(
                                """
                                SELECT deal_type, deals_won, reps, reps_with_quota, quota_minor,
                                    enrolled, content_uses
                                FROM team_scorecard WHERE period = '2026-01' ORDER BY deal_type
                                """))
                .containsExactly("all 1 1 1 100 0 0", "project 1 null null null null null");
    }

    @Test
    void addsHistogramsUpBeforeItTakesAQuantile() {
        String columns = "rep_id, month, won, won_cycle_days";
        database.insertState("rep_month", columns, "'ann', '2026-01-01', 2, map(5, 1, 9, 1)");
        database.insertState("rep_month", columns, "'bob', '2026-01-01', 1, map(30, 1)");

        assertNumber("cycle_days_won_median", "company_scorecard", "period = '2026-01'", 9);
        assertNumber("cycle_days_won_p90", "company_scorecard", "period = '2026-01'", 25.8);
    }

    @Test
    void takesTheSameQuantilesAsFromTheRawValues() {
        assertThat(differingQuantiles("histogram_median", 0.5)).isZero();
        assertThat(differingQuantiles("histogram_p90", 0.9)).isZero();
    }

    @Test
    void placesMonthsInAFiscalYearThatStartsInApril() {
        assertThat(
                        database.rows(
                                """
                                SELECT span.2, span.3, span.4
                                FROM system.one
                                ARRAY JOIN periods_of(toDate('2026-02-01'), 4) AS span
                                """))
                .containsExactly(
                        "2026-02 2026-02-01 2026-03-01",
                        "2025-Q4 2026-01-01 2026-04-01",
                        "2025 2025-04-01 2026-04-01",
                        "all null null");
    }

    private void deals(String values) {
        database.insertState("rep_month", DEAL_COLUMNS, values);
    }

    private void quota(String values) {
        database.insertState("rep_month", QUOTA_COLUMNS, values);
    }

    private void expose(String values) {
        database.insertState("exposure", "rep_id, programme_id, basis, cohort", values);
    }

    private void assertNumber(String metric, String view, String condition, double expected) {
        assertThat(number(metric, view, condition)).isCloseTo(expected, within(1e-4));
    }

    private void assertEmpty(String metric, String view, String condition) {
        assertThat(number(metric, view, condition)).as(metric).isNull();
    }

    private Double number(String metric, String view, String condition) {
        return database.number(
                "SELECT %s FROM %s WHERE deal_type = 'all' AND %s ORDER BY period_kind LIMIT 1"
                        .formatted(metric, view, condition));
    }

    /** Of 5,000 histograms of 1 to 40 values with ties. */
    private Double differingQuantiles(String function, double share) {
        return database.number(
                """
                SELECT countIf(abs(raw - counted) > 1e-9 OR isNaN(counted)) FROM (
                    SELECT
                        quantileExactInclusive(%s)(days) AS raw,
                        %s(sumMap(map(days, toInt64(1)))) AS counted
                    FROM (
                        SELECT
                            number AS deal_set,
                            toInt32(cityHash64(deal_set, place) %% (1 + deal_set %% 60)) AS days
                        FROM numbers(5000)
                        ARRAY JOIN range(1 + cityHash64(deal_set) %% 40) AS place)
                    GROUP BY deal_set)
                """
                        .formatted(share, function));
    }
}
