package io.enablement.cli.explain;

import io.enablement.cli.console.UtcTime;
import io.enablement.cli.scorecard.Subjects;
import io.enablement.domain.cohort.Basis;
import java.util.HashMap;
import java.util.Map;

/**
 * Which number is to be explained.
 *
 * @param period a month like 2026-03, a quarter like 2026-Q1, a year, or all
 * @param stage for metrics of stages and of work assignments; "" for none
 * @param clock whether what is now, what was shown or what was known by the moment is asked
 * @param moment in UTC as ClickHouse writes it; "" for now
 * @param allEntries those of the ledger as well that have cancelled out
 */
record ExplainQuestion(
        String metric,
        Group group,
        String period,
        String dealType,
        String stage,
        Clock clock,
        String moment,
        boolean allEntries) {

    /** The arguments of the views that tell the ledger of a question, after its moment. */
    static final String IN_LEDGER =
            "metric = {metric:String}, period = {period:String}, deal_type = {deal_type:String}, "
                    + Group.ARGUMENTS;

    /**
     * Whose number it is, as the views name groups.
     *
     * @param grain rep, team, company, cohort, cohort_team, control, control_team, programme or
     *     manager
     * @param rep a rep, or the manager of reps
     */
    record Group(
            String grain, String rep, String team, String programme, String basis, String cohort) {

        static final String OF_COHORT =
                "programme = {programme:String}, basis = {basis:String}, cohort = {cohort:String}";

        static final String ARGUMENTS =
                "grain = {grain:String}, group_rep = {group_rep:String}, group_team = {group_team:String}, "
                        + OF_COHORT;

        /** The condition that finds the group in the views of all groups. */
        static final String CONDITION =
                "group_rep = {group_rep:String} AND group_team = {group_team:String} AND programme_id = {programme:String} AND basis = {basis:String} AND cohort = {cohort:String}";

        static Group company() {
            return new Group("company", "", "", "", "", "");
        }

        static Group rep(String rep) {
            return new Group("rep", rep, "", "", "", "");
        }

        static Group manager(String manager) {
            return new Group("manager", manager, "", "", "", "");
        }

        static Group team(String team) {
            return new Group("team", "", team, "", "", "");
        }

        static Group programme(String programme) {
            return new Group("programme", "", "", programme, "", "");
        }

        /** The members of a cohort or their counterpart, of one team or of all ("" ). */
        static Group cohort(
                String programme, Basis basis, String cohort, String team, boolean controls) {
            String grain = (controls ? "control" : "cohort") + (team.isEmpty() ? "" : "_team");
            return new Group(grain, "", team, programme, basis.toString(), cohort);
        }

        boolean isCohort() {
            return grain.startsWith("cohort");
        }

        boolean isOneOfScorecards() {
            return !grain.equals("programme") && !grain.equals("manager");
        }

        String title(Subjects subjects) {
            return switch (grain) {
                case "rep" -> "rep " + rep;
                case "manager" -> "the reps of " + rep;
                case "team" -> "team " + team;
                case "company" -> "the company";
                case "programme" -> subjects.title(programme);
                default -> cohortTitle(subjects);
            };
        }

        private String cohortTitle(Subjects subjects) {
            return "%scohort %s (by month of %s) of %s%s"
                    .formatted(
                            isCohort() ? "" : "the controls of ",
                            cohort,
                            basis.equals("assigned") ? "assignment" : "completion",
                            subjects.title(programme),
                            team.isEmpty() ? "" : ", in team " + team);
        }
    }

    boolean isAboutNow() {
        return clock == Clock.NOW;
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("moment", isAboutNow() ? UtcTime.NOW : moment);
        parameters.put("metric", metric);
        parameters.put("period", period);
        parameters.put("deal_type", dealType);
        parameters.put("stage", stage);
        parameters.put("all_entries", allEntries ? "1" : "0");
        parameters.put("grain", group.grain);
        parameters.put("group_rep", group.rep);
        parameters.put("group_team", group.team);
        parameters.put("programme", group.programme);
        parameters.put("basis", group.basis);
        parameters.put("cohort", group.cohort);
        return parameters;
    }

    /** What it is the number of, and when. */
    String title(Subjects subjects) {
        String deals = dealType.equals("all") ? "" : ", " + dealType + " deals";
        String when =
                isAboutNow()
                        ? ""
                        : ", as %s %s UTC"
                                .formatted(
                                        clock == Clock.SHOWN ? "shown at" : "known by",
                                        UtcTime.forPeople(moment));
        String of = stage.isEmpty() ? "" : ", stage " + stage;
        return group.title(subjects) + ", " + period + of + deals + when;
    }
}
