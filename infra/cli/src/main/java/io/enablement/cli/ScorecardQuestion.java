package io.enablement.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which rows of which scorecard are wanted.
 *
 * @param programme whose cohorts, beside their controls; "" for no programme
 * @param team whose deals; "" for all teams
 * @param cohorts those wanted; empty for all of the programme
 * @param asOf in UTC as ClickHouse writes it: as shown at that time; "" for now
 */
record ScorecardQuestion(
        String programme,
        String team,
        Basis basis,
        List<String> cohorts,
        PeriodKind periods,
        String asOf) {

    /** The side of the rows of a cohort's members. */
    static final String COHORT = "cohort";

    private static final String CONTROLS = "controls";

    /** The company where neither programme nor team is asked for. */
    static ScorecardQuestion company(PeriodKind periods) {
        return new ScorecardQuestion("", "", Basis.COMPLETED, List.of(), periods, "");
    }

    /** The company, a team, a programme, or the cohort members of a team. */
    String view() {
        if (!isOfCohorts()) {
            return team.isEmpty() ? "company_scorecard" : "team_scorecard";
        }
        return team.isEmpty() ? "cohort_scorecard" : "cohort_team_scorecard";
    }

    boolean isOfCohorts() {
        return !programme.isEmpty();
    }

    /** What it is the scorecard of. */
    String title(Subjects subjects) {
        return asOf.isEmpty()
                ? subject(subjects)
                : "%s, as shown at %s UTC"
                        .formatted(subject(subjects), asOf.replaceFirst("\\.0+$", ""));
    }

    private String subject(Subjects subjects) {
        if (!isOfCohorts()) {
            return team.isEmpty() ? "Company" : "Team " + team;
        }
        String cohorts =
                "%s: cohorts by month of %s"
                        .formatted(
                                subjects.title(programme),
                                basis == Basis.ASSIGNED ? "assignment" : "completion");
        return team.isEmpty() ? cohorts : cohorts + ", in team " + team;
    }

    /** One row for each period; with a programme, two for each cohort and period. */
    String sql(List<String> metrics) {
        return isOfCohorts()
                ? "SELECT * FROM (%s UNION ALL %s) ORDER BY cohort, period_start, side"
                        .formatted(
                                rows(view(), COHORT, metrics), rows(controls(), CONTROLS, metrics))
                : rows(view(), "", metrics) + " ORDER BY period_start";
    }

    Map<String, String> parameters() {
        return Map.of(
                "programme", programme,
                "team", team,
                "basis", basis.toString(),
                "cohorts", String.join(",", cohorts),
                "periods", periods.toString());
    }

    private String controls() {
        return team.isEmpty() ? "control_scorecard" : "control_team_scorecard";
    }

    private String rows(String view, String side, List<String> metrics) {
        return "SELECT %s FROM %s WHERE %s"
                .formatted(
                        String.join(", ", columns(side, metrics)),
                        asShown(view),
                        String.join(" AND ", conditions()));
    }

    private List<String> columns(String side, List<String> metrics) {
        List<String> columns = new ArrayList<>();
        if (isOfCohorts()) {
            columns.addAll(List.of("programme_id", "basis", "cohort"));
            columns.add("'" + side + "' AS side");
        }
        if (!team.isEmpty()) {
            columns.add("team");
        }
        columns.addAll(List.of("period_kind", "period", "period_start", "period_end"));
        columns.addAll(metrics);
        return columns;
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        conditions.add("period_kind = {periods:String}");
        conditions.add("deal_type = 'all'");
        if (isOfCohorts()) {
            conditions.add("programme_id = {programme:String}");
            conditions.add("basis = {basis:String}");
        }
        if (!cohorts.isEmpty()) {
            conditions.add("has(splitByChar(',', {cohorts:String}), cohort)");
        }
        if (!team.isEmpty()) {
            conditions.add("team = {team:String}");
        }
        return conditions;
    }

    private String asShown(String view) {
        return asOf.isEmpty() ? view : "%s_at(as_of = '%s')".formatted(view, asOf);
    }
}
