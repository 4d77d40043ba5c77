package io.enablement.cli.scorecard;

import io.enablement.cli.console.UtcTime;
import io.enablement.domain.cohort.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which rows of which scorecard are wanted.
 *
 * @param programmes whose cohorts, beside their controls; empty for no cohorts
 * @param team whose deals; "" for all teams
 * @param cohorts those wanted, each after its programme: prog-1/2025-05; empty for all
 * @param asOf in UTC as ClickHouse writes it: as shown at that time; "" for now
 */
public record ScorecardQuestion(
        List<String> programmes,
        String team,
        Basis basis,
        List<String> cohorts,
        PeriodKind periods,
        String asOf) {

    /** The side of the rows of a cohort's members. */
    static final String COHORT = "cohort";

    private static final String CONTROLS = "controls";

    /** The size of a cohort; controls come and go by the month. */
    private static final String MEMBERS = "members";

    /** The company where neither programme nor team is asked for. */
    public static ScorecardQuestion company(PeriodKind periods) {
        return new ScorecardQuestion(List.of(), "", Basis.COMPLETED, List.of(), periods, "");
    }

    /** The company, a team, a programme, or the cohort members of a team. */
    String view() {
        if (!isOfCohorts()) {
            return team.isEmpty() ? "company_scorecard" : "team_scorecard";
        }
        return team.isEmpty() ? "cohort_scorecard" : "cohort_team_scorecard";
    }

    boolean isOfCohorts() {
        return !programmes.isEmpty();
    }

    /** The same about one of its programmes. */
    ScorecardQuestion of(String programme) {
        return new ScorecardQuestion(List.of(programme), team, basis, cohorts, periods, asOf);
    }

    /** What it is the scorecard of. */
    String title(Subjects subjects) {
        return asOf.isEmpty()
                ? subject(subjects)
                : "%s, as shown at %s UTC".formatted(subject(subjects), UtcTime.forPeople(asOf));
    }

    private String subject(Subjects subjects) {
        if (!isOfCohorts()) {
            return team.isEmpty() ? "Company" : "Team " + team;
        }
        String cohorts =
                "%s: cohorts by month of %s"
                        .formatted(
                                programmes.stream()
                                        .map(subjects::title)
                                        .collect(Collectors.joining(", ")),
                                basis == Basis.ASSIGNED ? "assignment" : "completion");
        return team.isEmpty() ? cohorts : cohorts + ", in team " + team;
    }

    /** One row for each period; with a programme, two for each cohort and period. */
    String sql(List<String> metrics) {
        return isOfCohorts()
                ? "SELECT * FROM (%s UNION ALL %s) ORDER BY programme_id, cohort, period_start, side"
                        .formatted(
                                rows(view(), COHORT, metrics), rows(controls(), CONTROLS, metrics))
                : rows(view(), "", metrics) + " ORDER BY period_start";
    }

    Map<String, String> parameters() {
        return Map.of(
                "programmes", String.join(",", programmes),
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
        metrics.forEach(
                metric -> columns.add(isMissing(metric, side) ? "NULL AS " + metric : metric));
        return columns;
    }

    private static boolean isMissing(String metric, String side) {
        return metric.equals(MEMBERS) && side.equals(CONTROLS);
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        conditions.add("period_kind = {periods:String}");
        conditions.add("deal_type = 'all'");
        conditions.add(somethingHappened());
        if (isOfCohorts()) {
            conditions.add("has(splitByChar(',', {programmes:String}), programme_id)");
            conditions.add("basis = {basis:String}");
        }
        if (!cohorts.isEmpty()) {
            conditions.add(
                    "has(splitByChar(',', {cohorts:String}), programme_id || '/' || cohort)");
        }
        if (!team.isEmpty()) {
            conditions.add("team = {team:String}");
        }
        return conditions;
    }

    /** People are employed before the first of these months and have quotas after the last. */
    private String somethingHappened() {
        return "(period_start IS NULL OR (period_end > (SELECT first_month FROM %1$s) AND period_start <= (SELECT last_month FROM %1$s)))"
                .formatted(asShown("busy_month"));
    }

    private String asShown(String view) {
        return asOf.isEmpty() ? view : "%s_at(as_of = '%s')".formatted(view, asOf);
    }
}
