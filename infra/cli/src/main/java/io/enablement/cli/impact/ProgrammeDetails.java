package io.enablement.cli.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.cli.scorecard.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what stands behind the verdict on one programme. */
final class ProgrammeDetails {

    private static final int WIDTH = 140;

    private static final String EFFECTS =
            """
            SELECT
                part, name, event_time, effects.estimate AS estimate, effects.low AS low,
                effects.high AS high, band_low, band_high, outcome
            FROM current_programme_effect AS effects
            INNER JOIN
            (
                SELECT programme_id, basis, outcome
                FROM current_programme_impact
                WHERE leads = 1 AND basis = 'assigned'
            ) AS judged USING (programme_id, basis, outcome)
            WHERE programme_id = {programme:String} AND part IN splitByChar(',', {parts:String})
            ORDER BY part, ifNull(event_time, 0), name
            """;

    private static final String OVERLAPS =
            """
            SELECT name, estimate, low, high
            FROM current_programme_effect
            WHERE programme_id = {programme:String} AND part = 'overlap' AND basis = 'assigned' AND name != ''
            ORDER BY estimate DESC, name
            """;

    private static final String FORESIGHT =
            """
            SELECT leading, lagging, lag_months, pairs, correlation, correlation_low, correlation_high, predicted, skill
            FROM current_leading_to_lagging
            WHERE programme_id = {programme:String}
            ORDER BY lagging, leading
            """;

    private final ClickHouse clickHouse;
    private final Console console;
    private final String programme;
    private final long run;
    private final Figures figures;
    private final Map<String, String> units;

    ProgrammeDetails(
            ClickHouse clickHouse,
            Console console,
            String programme,
            long run,
            Figures figures,
            Map<String, String> units) {
        this.clickHouse = clickHouse;
        this.console = console;
        this.programme = programme;
        this.run = run;
        this.figures = figures;
        this.units = units;
    }

    void print(JsonNode row) {
        effects("In another way", "robustness", "name");
        effects("Treated beside controls, as they were drawn", "experiment", "name");
        effects("By months since the start", "event", "event_time");
        EventStudy.of(clickHouse, run).stream()
                .filter(study -> study.programme().equals(programme))
                .forEach(study -> study.lines().forEach(console::plain));
        table(
                "Start another programme in the window",
                List.of("Programme", "Together", "Treated", "Controls"),
                clickHouse.objects(OVERLAPS, asked("")).stream()
                        .map(
                                each ->
                                        cells(
                                                each.path("name").asText(),
                                                share(each.path("estimate")),
                                                share(each.path("low")),
                                                share(each.path("high"))))
                        .toList());
        console.plain("");
        console.result("@|bold Kirkpatrick and Phillips|@");
        levels(row).forEach(console::plain);
        table(
                "What leads and what lags: it travels together, which is no proof of cause",
                List.of("Leading", "Lagging", "Months", "Pairs", "Correlation", "95 %", "Skill"),
                clickHouse.objects(FORESIGHT, asked("")).stream().map(this::foresight).toList());
    }

    private void effects(String title, String part, String name) {
        table(
                title,
                List.of("Effect", "", "95 % interval", "Band of all"),
                clickHouse.objects(EFFECTS, asked(part)).stream()
                        .map(row -> effect(row, name))
                        .toList());
    }

    private Row effect(JsonNode row, String name) {
        boolean isShare = row.path("name").asText().startsWith("relative");
        String unit = isShare ? "share" : ImpactPrinter.unit(units, row);
        return cells(
                row.path(name).asText(),
                figures.text(row.path("estimate"), unit),
                interval(row, "low", "high", unit),
                interval(row, "band_low", "band_high", unit));
    }

    private Row foresight(JsonNode row) {
        return cells(
                row.path("leading").asText(),
                row.path("lagging").asText(),
                row.path("lag_months").asText(),
                row.path("pairs").asText(),
                decimals(row.path("correlation")),
                "[%s, %s]"
                        .formatted(
                                decimals(row.path("correlation_low")),
                                decimals(row.path("correlation_high"))),
                decimals(row.path("skill")));
    }

    private static List<String> levels(JsonNode row) {
        List<String> lines = new ArrayList<>();
        for (JsonNode level : row.path("levels")) {
            boolean isFilled = level.path("filled").asInt() == 1;
            lines.add(
                    "%s %-12s %s%s"
                            .formatted(
                                    level.path("level").asText(),
                                    level.path("name").asText(),
                                    isFilled ? "" : "missing: ",
                                    level.path("evidence").asText()));
        }
        return lines;
    }

    private void table(String title, List<String> headings, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        console.plain("");
        console.result("@|bold " + title + "|@");
        new TextTable(headings, 1, rows).lines(WIDTH).forEach(console::result);
    }

    private String interval(JsonNode row, String low, String high, String unit) {
        return row.path(low).isNull()
                ? Figures.EMPTY
                : "[%s, %s]"
                        .formatted(
                                figures.text(row.path(low), unit),
                                figures.text(row.path(high), unit));
    }

    private String share(JsonNode value) {
        return figures.text(value, "share");
    }

    private static String decimals(JsonNode value) {
        return value.isNumber()
                ? String.format(Locale.ROOT, "%.2f", value.asDouble())
                : Figures.EMPTY;
    }

    private static Row cells(String... cells) {
        return Row.of(List.of(cells));
    }

    private Map<String, String> asked(String parts) {
        return Map.of("programme", programme, "parts", parts);
    }
}
