package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import java.util.Map;

/**
 * A table as a file: the rows that ClickHouse gives for a question, unchanged.
 *
 * @param name of the file, without its ending
 */
public record Download(String name, Question question, Map<String, String> parameters) {

    /** The numbers of all programmes; those of small groups only for who may see each rep. */
    public static Download programmes(Visit visit) {
        refuseGroups(visit);
        return new Download("programmes", Question.BEFORE_AND_AFTER, visit.choices().ofReps());
    }

    public static Download cohorts(Visit visit, String programme) {
        refuseGroups(visit);
        return new Download(
                "cohorts-of-" + programme,
                Question.COHORTS,
                visit.choices().ofCohortsByMonth(programme));
    }

    public static Download teams(Visit visit) {
        refuseGroups(visit);
        return new Download(
                "teams", Question.TEAMS, visit.choices().ofTeam(visit.choices().team()));
    }

    public static Download reps(Visit visit, String team) {
        refuseGroups(visit);
        if (!visit.viewer().maySee(team)) {
            throw BadChoice.forbidden(
                    "You lead team %s: the numbers of other teams are not shown to you."
                            .formatted(visit.viewer().team()));
        }
        return new Download("reps-of-" + team, Question.REPS, visit.choices().ofTeam(team));
    }

    public static Download entries(Visit visit) {
        return new Download("entries", Question.EXPLAINED_ENTRIES, ExplainPage.parametersOf(visit));
    }

    public static Download restatements(Visit visit, boolean cohorts) {
        refuseGroups(visit);
        if (cohorts && visit.viewer().isOfOneTeam()) {
            throw BadChoice.forbidden(
                    "The cohorts of all teams are not shown to a manager of one.");
        }
        String since = Choices.moment("since", visit.address().get("since"));
        return new Download(
                "restatements", Question.RESTATEMENTS, Restatements.of(cohorts, since, visit));
    }

    private static void refuseGroups(Visit visit) {
        if (!visit.viewer().seesReps()) {
            throw BadChoice.forbidden(
                    "The file has groups of fewer than 5 reps, which your role does not show.");
        }
    }
}
