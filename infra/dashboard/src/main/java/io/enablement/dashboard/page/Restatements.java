package io.enablement.dashboard.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is asked of the numbers that have changed since a moment. */
public final class Restatements {

    private static final Duration WEEK = Duration.ofDays(7);

    private Restatements() {}

    /** Of all cohorts and of all reps in the last week: what is asked before anybody chooses. */
    public static List<Map<String, String>> first(Instant now) {
        Address nothingChosen = Address.of("");
        return List.of(
                ofCohorts(weekBefore(now), nothingChosen, ""),
                ofReps(weekBefore(now), nothingChosen, ""));
    }

    static String weekBefore(Instant now) {
        return Choices.moment(
                "since", now.minus(WEEK).atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }

    /** Of cohorts, or of reps. */
    static Map<String, String> of(boolean cohorts, String since, Visit visit) {
        return cohorts
                ? ofCohorts(since, visit.address(), visit.choices().basis())
                : ofReps(since, visit.address(), visit.choices().team());
    }

    private static Map<String, String> ofCohorts(String since, Address address, String basis) {
        Map<String, String> parameters = ofBoth(since, address);
        parameters.put("of_cohorts", "1");
        parameters.put("team", "");
        parameters.put("programme", address.get("programme"));
        parameters.put("basis", address.get("cohort").isEmpty() ? "" : basis);
        parameters.put("cohort", address.get("cohort"));
        return parameters;
    }

    private static Map<String, String> ofReps(String since, Address address, String team) {
        Map<String, String> parameters = ofBoth(since, address);
        parameters.put("of_cohorts", "0");
        parameters.put("team", team);
        parameters.put("programme", "");
        parameters.put("basis", "");
        parameters.put("cohort", "");
        return parameters;
    }

    private static Map<String, String> ofBoth(String since, Address address) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("since", since);
        parameters.put("period", address.get("period"));
        parameters.put("metric", address.get("metric"));
        return parameters;
    }
}
