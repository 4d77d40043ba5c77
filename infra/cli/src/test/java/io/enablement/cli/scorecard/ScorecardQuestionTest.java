package io.enablement.cli.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.cohort.Basis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScorecardQuestionTest {

    private static final List<String> METRICS = List.of("reps", "deals_won");
    private static final String NOW = "";
    private static final String IN_BUSY_MONTHS =
            "(period_start IS NULL"
                    + " OR (period_end > (SELECT first_month FROM busy_month)"
                    + " AND period_start <= (SELECT last_month FROM busy_month)))";
    private static final Subjects SUBJECTS =
            new Subjects(Map.of("p-1", "Discovery", "p-2", ""), List.of("north"));

    @Test
    void isAboutTheCompanyByDefault() {
        assertThat(ScorecardQuestion.company(PeriodKind.YEAR).sql(METRICS))
                .isEqualTo(
                        "SELECT period_kind, period, period_start, period_end, reps, deals_won"
                                + " FROM company_scorecard"
                                + " WHERE period_kind = {periods:String} AND deal_type = 'all' AND "
                                + IN_BUSY_MONTHS
                                + " ORDER BY period_start");
    }

    @Test
    void putsTheControlsBesideTheCohortsOfAProgramme() {
        String columns =
                "period_kind, period, period_start, period_end, reps, deals_won FROM %s"
                        + " WHERE period_kind = {periods:String} AND deal_type = 'all' AND "
                        + IN_BUSY_MONTHS
                        + " AND has(splitByChar(',', {programmes:String}), programme_id)"
                        + " AND basis = {basis:String}";

        assertThat(question("p-1", "", NOW).sql(METRICS))
                .isEqualTo(
                        "SELECT * FROM (SELECT programme_id, basis, cohort, 'cohort' AS side, "
                                + columns.formatted("cohort_scorecard")
                                + " UNION ALL SELECT programme_id, basis, cohort, 'controls' AS side, "
                                + columns.formatted("control_scorecard")
                                + ") ORDER BY programme_id, cohort, period_start, side");
    }

    @Test
    void givesControlsNoSize() {
        assertThat(question("p-1", "", NOW).sql(List.of("members", "reps")))
                .contains(
                        " members, reps FROM cohort_scorecard ",
                        " NULL AS members, reps FROM control_scorecard ");
    }

    @Test
    void readsTheMembersOfATeamFromTheTeamsOfCohorts() {
        assertThat(question("p-1", "north", NOW).sql(METRICS))
                .contains(" cohort_team_scorecard ", " control_team_scorecard ")
                .contains("team = {team:String}");
        assertThat(question("", "north", NOW).view()).isEqualTo("team_scorecard");
    }

    @Test
    void readsWhatWasShownFromTheTwinsOfTheViews() {
        String time = "2026-03-01 00:00:00.000000";

        assertThat(question("p-1", "", time).sql(METRICS))
                .contains(" cohort_scorecard_at(as_of = '" + time + "') ")
                .contains(" control_scorecard_at(as_of = '" + time + "') ")
                .contains(" busy_month_at(as_of = '" + time + "'))");
        assertThat(question("p-1", "", time).view()).isEqualTo("cohort_scorecard");
    }

    @Test
    void saysWhatItIsAbout() {
        assertThat(ScorecardQuestion.company(PeriodKind.YEAR).title(SUBJECTS)).isEqualTo("Company");
        assertThat(question("p-1", "", NOW).title(SUBJECTS))
                .isEqualTo("Discovery (p-1): cohorts by month of completion");
        assertThat(question("p-2", "north", NOW).title(SUBJECTS))
                .isEqualTo("p-2: cohorts by month of completion, in team north");
        assertThat(question("", "north", "2026-03-01 00:00:00.000000").title(SUBJECTS))
                .isEqualTo("Team north, as shown at 2026-03-01 00:00:00 UTC");
    }

    private static ScorecardQuestion question(String programme, String team, String asOf) {
        List<String> programmes = programme.isEmpty() ? List.of() : List.of(programme);
        return new ScorecardQuestion(
                programmes, team, Basis.COMPLETED, List.of(), PeriodKind.QUARTER, asOf);
    }
}
