package io.enablement.cli.examples;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.StoredResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the views show of the examples; each view is read once. */
final class ExampleResults implements AutoCloseable {

    private static final String ALL_TYPES = "all";

    private final StoredResults stored;
    private final Map<String, List<JsonNode>> views = new HashMap<>();

    private ExampleResults(StoredResults stored) {
        this.stored = stored;
    }

    static ExampleResults in(Path directory) {
        return new ExampleResults(StoredResults.in(directory));
    }

    /** A row of {@code rep_scorecard}, all deal types together. */
    Shown rep(String repId, String period) throws IOException {
        return rep(repId, period, ALL_TYPES);
    }

    Shown rep(String repId, String period, String dealType) throws IOException {
        return one(
                "rep_scorecard", Map.of("rep_id", repId, "period", period, "deal_type", dealType));
    }

    Shown team(String team, String period) throws IOException {
        return one(
                "team_scorecard", Map.of("team", team, "period", period, "deal_type", ALL_TYPES));
    }

    /** A row of {@code programme_scorecard}. */
    Shown programme(String programme, String period) throws IOException {
        return one("programme_scorecard", Map.of("programme_id", programme, "period", period));
    }

    /** A row of {@code rep_stage_scorecard}, all deal types together. */
    Shown stage(String repId, String stage, String period) throws IOException {
        return one(
                "rep_stage_scorecard",
                Map.of("rep_id", repId, "stage", stage, "period", period, "deal_type", ALL_TYPES));
    }

    Shown cohort(String programme, String basis, String cohort, String period) throws IOException {
        return group("cohort_scorecard", programme, basis, cohort, period);
    }

    /** The counterpart of a cohort. */
    Shown control(String programme, String basis, String cohort, String period) throws IOException {
        return group("control_scorecard", programme, basis, cohort, period);
    }

    Shown deal(String dealId) throws IOException {
        return one("current_deal", Map.of("deal_id", dealId));
    }

    /** The only row of a view that has these texts. */
    Shown one(String view, Map<String, String> texts) throws IOException {
        List<Shown> found = all(view, texts);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows of " + view + " with " + texts);
        }
        return found.get(0);
    }

    List<Shown> all(String view, Map<String, String> texts) throws IOException {
        return rows(view).stream().map(Shown::new).filter(row -> row.has(texts)).toList();
    }

    /** Over all rows of a view that have these texts; zero where there is none. */
    double sum(String view, Map<String, String> texts, String column) throws IOException {
        return all(view, texts).stream().mapToDouble(row -> row.number(column)).sum();
    }

    private Shown group(String view, String programme, String basis, String cohort, String period)
            throws IOException {
        return one(
                view,
                Map.of(
                        "programme_id",
                        programme,
                        "basis",
                        basis,
                        "cohort",
                        cohort,
                        "period",
                        period,
                        "deal_type",
                        ALL_TYPES));
    }

    private List<JsonNode> rows(String view) throws IOException {
        List<JsonNode> known = views.get(view);
        if (known != null) {
            return known;
        }
        List<JsonNode> rows = stored.rows("SELECT * FROM " + view);
        views.put(view, rows);
        return rows;
    }

    @Override
    public void close() {
        stored.close();
    }

    /** A row of a view. */
    record Shown(JsonNode columns) {

        /** Null where the view shows NULL. */
        Double number(String column) {
            JsonNode value = value(column);
            return value.isNull() ? null : value.asDouble();
        }

        String text(String column) {
            return value(column).asText();
        }

        boolean has(Map<String, String> texts) {
            return texts.entrySet().stream()
                    .allMatch(text -> text(text.getKey()).equals(text.getValue()));
        }

        private JsonNode value(String column) {
            JsonNode value = columns.get(column);
            if (value == null) {
                throw new AssertionError("There is no column " + column + " in " + columns);
            }
            return value;
        }
    }
}
