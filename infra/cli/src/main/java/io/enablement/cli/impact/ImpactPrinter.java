package io.enablement.cli.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.cli.scorecard.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what a run has found for people. */
final class ImpactPrinter {

    private static final int WIDTH = 140;

    private static final String UNITS = "SELECT id, unit FROM metric_definition";

    private static final String PROGRAMMES =
            """
            SELECT
                overview.programme_id AS programme_id, name, level, level_name, missing, edits,
                returns.roi AS roi, returns.roi_low AS roi_low, returns.roi_high AS roi_high,
                returns.won_amount_minor AS won_amount_minor,
                returns.won_amount_low AS won_amount_low,
                returns.won_amount_high AS won_amount_high,
                returns.cost_minor AS cost_minor, returns.margin AS margin,
                returns.margin_source AS margin_source, returns.reason AS roi_reason,
                returns.levels AS levels
            FROM programme_overview AS overview
            INNER JOIN (SELECT * FROM current_programme_roi WHERE basis = 'assigned') AS returns
                ON returns.programme_id = overview.programme_id
            WHERE returns.run = {run:UInt64}
            ORDER BY overview.programme_id
            """;

    private static final String UNDEFINED =
            """
            SELECT programme_id FROM current_programme_maturity
            WHERE run = {run:UInt64} AND programme_id NOT IN (SELECT programme_id FROM newest_programme)
            ORDER BY programme_id
            """;

    private final ClickHouse clickHouse;
    private final Console console;
    private final Map<String, String> parameters;
    private final Figures figures;
    private final Map<String, String> units = new HashMap<>();

    ImpactPrinter(ClickHouse clickHouse, Console console, Map<String, String> parameters) {
        this.clickHouse = clickHouse;
        this.console = console;
        this.parameters = parameters;
        this.figures = Figures.of(clickHouse);
        clickHouse.rows(UNITS, Map.of()).forEach(row -> units.put(row.get(0), row.get(1)));
    }

    void print() {
        List<JsonNode> programmes = clickHouse.objects(PROGRAMMES, run());
        for (JsonNode programme : programmes) {
            print(programme, programmes.size() == 1);
        }
        for (List<String> row : clickHouse.rows(UNDEFINED, run())) {
            console.plain("");
            console.plain("%s was never defined: there is nothing to judge".formatted(row.get(0)));
        }
        if (programmes.isEmpty()) {
            console.plain("No programme is defined");
        }
    }

    /** One line a programme: the outcome by which it is judged. */
    void printVerdicts() {
        console.result("@|bold What the programmes caused|@, by enrolment");
        TextTable table =
                new TextTable(
                        List.of("Programme", "Outcome", "Effect", "95 % interval", "Verdict"),
                        2,
                        clickHouse.objects(ImpactCommand.ROWS, parameters).stream()
                                .map(this::verdict)
                                .toList());
        table.lines(WIDTH).forEach(console::result);
    }

    private Row verdict(JsonNode outcome) {
        String unit = unit(outcome);
        return Row.of(
                List.of(
                        outcome.path("programme_id").asText(),
                        outcome.path("outcome").asText(),
                        change(outcome.path("estimate"), unit),
                        interval(outcome, "low", "high", unit),
                        outcome.path("verdict").asText()));
    }

    private void print(JsonNode programme, boolean alone) {
        String id = programme.path("programme_id").asText();
        List<JsonNode> outcomes =
                rows(id, alone || !parameters.get("outcomes").isEmpty() ? "" : "leads");
        console.plain("");
        console.result("@|bold %s|@ (%s)".formatted(programme.path("name").asText(), id));
        TextTable table =
                new TextTable(
                        List.of(
                                "Outcome",
                                "Basis",
                                "Before",
                                "Effect",
                                "95 % interval",
                                "Treated",
                                "Controls",
                                "p, Holm",
                                "Verdict"),
                        2,
                        outcomes.stream().map(this::row).toList());
        table.lines(WIDTH).forEach(console::result);
        outcomes.stream()
                .filter(outcome -> outcome.path("leads").asInt() == 1)
                .forEach(this::reasons);
        programme.path("edits").forEach(edit -> console.plain("Edited: " + edit.asText()));
        console.plain(worth(programme));
        console.plain(maturity(programme));
        if (alone) {
            new ProgrammeDetails(
                            clickHouse,
                            console,
                            id,
                            Long.parseLong(parameters.get("run")),
                            figures,
                            units)
                    .print(programme);
        }
    }

    private List<JsonNode> rows(String programme, String chosen) {
        Map<String, String> asked = new HashMap<>(parameters);
        if (asked.get("outcomes").isEmpty()) {
            asked.put("outcomes", chosen);
        }
        return clickHouse.objects(ImpactCommand.ROWS, asked).stream()
                .filter(row -> row.path("programme_id").asText().equals(programme))
                .toList();
    }

    private Row row(JsonNode outcome) {
        String unit = unit(outcome);
        boolean registered = outcome.path("registration").asText().equals("registered");
        List<String> cells = new ArrayList<>();
        cells.add(outcome.path("outcome").asText() + (registered ? " *" : ""));
        cells.add(outcome.path("basis").asText());
        cells.add(figures.text(outcome.path("baseline"), unit));
        cells.add(change(outcome.path("estimate"), unit));
        cells.add(interval(outcome, "low", "high", unit));
        cells.add(outcome.path("reps_treated").asText());
        cells.add(outcome.path("reps_control").asText());
        cells.add(decimals(outcome.path(registered ? "p_value" : "p_holm")));
        cells.add(outcome.path("verdict").asText());
        return new Row(cells, registered ? "bold" : "");
    }

    private String unit(JsonNode outcome) {
        return unit(units, outcome);
    }

    /** The unit of an effect: the mean of a count has decimals. */
    static String unit(Map<String, String> units, JsonNode row) {
        String unit = units.getOrDefault(row.path("outcome").asText(), "");
        return unit.equals("count") ? "times" : unit;
    }

    private void reasons(JsonNode outcome) {
        for (JsonNode reason : outcome.path("reasons")) {
            boolean isCaveat = reason.asText().startsWith("caveat: ");
            console.plain(
                    "%s on basis %s: %s"
                            .formatted(
                                    isCaveat ? "Caveat" : "Not provable",
                                    outcome.path("basis").asText(),
                                    reason.asText().replaceFirst("^caveat: ", "")));
        }
    }

    private String worth(JsonNode programme) {
        String won =
                programme.path("won_amount_minor").isNull()
                        ? "no won amount can be given"
                        : "won amount %s %s"
                                .formatted(
                                        change(programme.path("won_amount_minor"), "money"),
                                        interval(
                                                programme,
                                                "won_amount_low",
                                                "won_amount_high",
                                                "money"));
        return programme.path("roi").isNull()
                ? "Return: %s; no return on investment: %s"
                        .formatted(won, programme.path("roi_reason").asText())
                : "Return: %s; at a margin of %s (%s) and a cost of %s the return on investment is %s %s"
                        .formatted(
                                won,
                                figures.text(programme.path("margin"), "share"),
                                programme.path("margin_source").asText(),
                                figures.text(programme.path("cost_minor"), "money"),
                                change(programme.path("roi"), "share"),
                                interval(programme, "roi_low", "roi_high", "share"));
    }

    private static String maturity(JsonNode programme) {
        List<String> missing = new ArrayList<>();
        programme.path("missing").forEach(each -> missing.add(each.asText()));
        return "Maturity: %d, %s%s"
                .formatted(
                        programme.path("level").asInt(),
                        programme.path("level_name").asText(),
                        missing.isEmpty()
                                ? ""
                                : "; for the next level: " + String.join("; ", missing));
    }

    private String interval(JsonNode row, String low, String high, String unit) {
        return row.path(low).isNull()
                ? Figures.EMPTY
                : "[%s, %s]".formatted(change(row.path(low), unit), change(row.path(high), unit));
    }

    private String change(JsonNode value, String unit) {
        String text = figures.text(value, unit);
        return value.isNumber() && value.asDouble() > 0 ? "+" + text : text;
    }

    private static String decimals(JsonNode value) {
        return value.isNumber()
                ? String.format(Locale.ROOT, "%.3f", value.asDouble())
                : Figures.EMPTY;
    }

    private Map<String, String> run() {
        return Map.of("run", parameters.get("run"));
    }
}
