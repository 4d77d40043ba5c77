package io.enablement.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A scorecard as lines that can be compared. */
final class StoredScorecard {

    private StoredScorecard() {}

    /** The rows with the metrics that the ledgers know; those that say nothing are left out. */
    static Set<String> lines(StoredResults results, String view) throws IOException {
        return results
                .rows(
                        """
                        SELECT
                            concatWithSeparator(' ', %s, deal_type, period_kind, period) AS place,
                            (deals_won, deals_lost, won_amount_minor, close_rate_count,
                                created_win_rate, qualified_win_rate, drop_rate,
                                sales_velocity_minor, cycle_days_won_median, cycle_days_lost_p90,
                                quota_attainment, median_rep_attainment, share_of_reps_at_quota,
                                coverage, completion_rate, days_to_complete_median, pass_rate,
                                mean_score, content_uses) AS metrics
                        FROM %s
                        """
                                .formatted(keyOf(view), view))
                .stream()
                .filter(row -> saysSomething(row.path("metrics")))
                .map(row -> row.path("place").asText() + " " + row.path("metrics"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean saysSomething(JsonNode metrics) {
        return StreamSupport.stream(metrics.spliterator(), false)
                .anyMatch(metric -> metric.asDouble() != 0);
    }

    private static String keyOf(String view) {
        String grain = view.substring(0, view.indexOf('_'));
        return switch (grain) {
            case "rep" -> "rep_id";
            case "team" -> "team";
            case "cohort", "control" -> "programme_id, basis, cohort";
            default -> "''";
        };
    }
}
