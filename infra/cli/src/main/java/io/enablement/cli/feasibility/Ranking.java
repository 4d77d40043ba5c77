package io.enablement.cli.feasibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.OutputFormat;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.impact.feasibility.Plan;
import io.enablement.impact.feasibility.PlannedAudience;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.OutcomeMonths;
import io.enablement.impact.registration.Definition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What to do next: each programme for the reps whom it has not reached yet. Those whose effect
 * could be proven come first, each group by the return that is expected.
 */
final class Ranking {

    private static final int WIDTH = 130;
    private static final int MONTHS_OF_THE_PAST = 12;

    /** Where no payback window is set. */
    private static final int MONTHS_AHEAD = 6;

    private static final double DAYS_OF_MONTH = 365.25 / 12;
    private static final double PROVABLE = .8;

    private static final List<String> COLUMNS =
            List.of(
                    "programme_id",
                    "reps_left",
                    "outcome",
                    "months",
                    "detectable",
                    "expected_effect",
                    "expected_from",
                    "power",
                    "expected_roi");

    private static final String FOUND =
            """
            SELECT
                programme_id, outcome, verdict, estimate, roi,
                (
                    SELECT groupArray((toString(programme_id), toString(outcome), expected_effect))
                    FROM current_programme_forecast
                ) AS forecasts
            FROM programme_overview
            """;

    private final Past past;
    private final List<ObjectNode> rows = new ArrayList<>();

    Ranking(ClickHouse clickHouse, Past past) {
        this.past = past;
        Map<String, JsonNode> found = new HashMap<>();
        clickHouse
                .objects(FOUND, Map.of())
                .forEach(row -> found.put(row.path("programme_id").asText(), row));
        past.history().programmes().keySet().forEach(each -> add(each, found.get(each)));
        rows.sort(
                Comparator.comparing((ObjectNode row) -> !isProvable(row))
                        .thenComparing(
                                row -> row.path("expected_roi").asDouble(Double.NEGATIVE_INFINITY),
                                Comparator.reverseOrder())
                        .thenComparing(row -> row.path("programme_id").asText()));
    }

    void print(OutputFormat format, Console console) {
        switch (format) {
            case JSON -> {
                ArrayNode all = new ObjectMapper().createArrayNode();
                rows.forEach(all::add);
                System.out.println(all);
            }
            case CSV -> {
                System.out.println(String.join(",", COLUMNS));
                rows.forEach(
                        row ->
                                System.out.println(
                                        String.join(
                                                ",",
                                                COLUMNS.stream()
                                                        .map(name -> text(row.path(name)))
                                                        .toList())));
            }
            case TABLE ->
                    new TextTable(
                                    List.of(
                                            "Programme",
                                            "Reps left",
                                            "Outcome",
                                            "Months",
                                            "Detectable",
                                            "Expected",
                                            "From",
                                            "Power",
                                            "Expected return"),
                                    1,
                                    rows.stream().map(Ranking::row).toList())
                            .lines(WIDTH)
                            .forEach(console::result);
        }
    }

    private void add(String programme, JsonNode found) {
        Definition definition = past.definition(programme);
        Outcome outcome =
                Outcome.named(definition.primaryMetric()).orElse(Outcome.CLOSE_RATE_COUNT);
        int[] left =
                new PlannedAudience(definition.roles(), definition.regions())
                        .repsLeft(past.history(), programme);
        int months = months(definition);
        ObjectNode row = new ObjectMapper().createObjectNode();
        row.put("programme_id", programme);
        row.put("reps_left", left.length);
        row.put("outcome", outcome.id());
        row.put("months", months);
        int last = past.history().lastMatureMonth();
        Optional<Plan> plan =
                Plan.of(
                        new OutcomeMonths(past.history(), outcome),
                        left,
                        last - MONTHS_OF_THE_PAST + 1,
                        last);
        plan.ifPresent(
                each ->
                        each.detectable(left.length, .5, months)
                                .ifPresent(lift -> row.put("detectable", lift)));
        expect(row, found, outcome);
        plan.filter(each -> row.has("expected_effect"))
                .ifPresent(
                        each ->
                                row.put(
                                        "power",
                                        each.power(
                                                left.length,
                                                .5,
                                                Math.abs(row.path("expected_effect").asDouble()),
                                                months)));
        rows.add(row);
    }

    /** The effect that was measured, where it could be proven; else what was forecast. */
    private static void expect(ObjectNode row, JsonNode found, Outcome outcome) {
        if (found == null) {
            return;
        }
        boolean isMeasured =
                found.path("verdict").asText().equals("effect")
                        && found.path("outcome").asText().equals(outcome.id());
        if (isMeasured) {
            row.put("expected_effect", found.path("estimate").asDouble());
            row.put("expected_from", "measured");
            if (found.path("roi").isNumber()) {
                row.put("expected_roi", found.path("roi").asDouble());
            }
            return;
        }
        for (JsonNode forecast : found.path("forecasts")) {
            if (Objects.equals(forecast.path(0).asText(), row.path("programme_id").asText())
                    && forecast.path(1).asText().equals(outcome.id())) {
                row.put("expected_effect", forecast.path(2).asDouble());
                row.put("expected_from", "forecast");
            }
        }
    }

    private static int months(Definition definition) {
        if (definition.launchAt() == null || definition.paybackEndAt() == null) {
            return MONTHS_AHEAD;
        }
        double days =
                (definition.paybackEndAt().getEpochSecond()
                                - definition.launchAt().getEpochSecond())
                        / 86_400.0;
        return (int) Math.max(1, Math.round(days / DAYS_OF_MONTH));
    }

    private static boolean isProvable(ObjectNode row) {
        return row.path("power").asDouble(0) >= PROVABLE;
    }

    private static Row row(ObjectNode row) {
        return new Row(
                COLUMNS.stream().map(name -> text(row.path(name))).toList(),
                isProvable(row) ? "bold" : "");
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        return value.isDouble()
                ? String.format(Locale.ROOT, "%.4g", value.asDouble())
                : value.asText();
    }
}
