package io.enablement.cli.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.UsageException;
import io.enablement.domain.cohort.Basis;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What there is a scorecard of, beside the company.
 *
 * @param programmes names by id; a programme that nobody has defined has none
 */
public record Subjects(Map<String, String> programmes, List<String> teams) {

    private static final String PROGRAMMES =
            """
            SELECT programme_id, max(name) AS name
            FROM
            (
                SELECT programme_id, name FROM newest_programme
                UNION ALL
                SELECT programme_id, '' AS name FROM current_exposure
            )
            GROUP BY programme_id
            """;

    private static final String TEAMS =
            "SELECT DISTINCT team FROM current_rep_month WHERE team != '' ORDER BY team";

    private static final String COHORTS =
            """
            SELECT cohort
            FROM current_exposure
            WHERE programme_id = {programme:String} AND basis = {basis:String}
            GROUP BY cohort
            ORDER BY count() DESC, cohort
            """;

    public static Subjects of(ClickHouse clickHouse) {
        Map<String, String> programmes = new TreeMap<>();
        for (JsonNode row : clickHouse.objects(PROGRAMMES, Map.of())) {
            programmes.put(row.path("programme_id").asText(), row.path("name").asText());
        }
        List<String> teams =
                clickHouse.objects(TEAMS, Map.of()).stream()
                        .map(row -> row.path("team").asText())
                        .toList();
        return new Subjects(programmes, teams);
    }

    /** The largest first. */
    public static List<String> cohorts(ClickHouse clickHouse, String programme, Basis basis) {
        Map<String, String> parameters = Map.of("programme", programme, "basis", basis.toString());
        return clickHouse.objects(COHORTS, parameters).stream()
                .map(row -> row.path("cohort").asText())
                .toList();
    }

    /** Refuses what is not there, and names what is. */
    void check(ScorecardQuestion question) {
        List<String> unknown =
                question.programmes().stream().filter(id -> !programmes.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            throw new UsageException(
                    "There is no programme '%s'. %s"
                            .formatted(String.join("', '", unknown), programmeList()));
        }
        if (!question.team().isEmpty() && !teams.contains(question.team())) {
            throw new UsageException(
                    "There is no team '%s'. %s".formatted(question.team(), teamList()));
        }
    }

    String programmeList() {
        if (programmes.isEmpty()) {
            return "No programme is known yet";
        }
        return "The programmes are:\n"
                + programmes.entrySet().stream()
                        .map(each -> "  %-24s %s".formatted(each.getKey(), each.getValue()))
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"));
    }

    String teamList() {
        return teams.isEmpty()
                ? "No team is known yet"
                : "The teams are " + String.join(", ", teams);
    }

    /** "Discovery questions (prog-discovery)", or the id alone. */
    public String title(String programme) {
        String name = programmes.getOrDefault(programme, "");
        return name.isEmpty() ? programme : "%s (%s)".formatted(name, programme);
    }
}
