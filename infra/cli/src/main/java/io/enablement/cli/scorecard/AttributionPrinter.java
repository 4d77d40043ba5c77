package io.enablement.cli.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prints what each rule-based model attributes to each programme, of all that was won. */
public final class AttributionPrinter {

    private static final String CREDITS =
            """
            SELECT
                programme_id,
                any(influenced_amount_minor) AS influenced,
                sumIf(attributed_amount_minor, model = 'first') AS first,
                sumIf(attributed_amount_minor, model = 'last') AS last,
                sumIf(attributed_amount_minor, model = 'linear') AS linear,
                sumIf(attributed_amount_minor, model = 'position') AS position,
                sumIf(attributed_amount_minor, model = 'time_decay') AS time_decay,
                sumIf(attributed_amount_minor, model = 'w_shaped') AS w_shaped
            FROM programme_attribution
            WHERE period_kind = 'all'
            GROUP BY programme_id
            ORDER BY programme_id = 'unattributed', programme_id = '', linear DESC, programme_id
            """;

    private static final String LABELS =
            """
            SELECT id, label FROM metric_definition
            WHERE id IN ('first', 'last', 'linear', 'position', 'time_decay', 'w_shaped')
            """;

    private static final int WIDTH = 140;

    private final ClickHouse clickHouse;
    private final Subjects subjects;
    private final Figures figures;
    private final Console console;

    public AttributionPrinter(ClickHouse clickHouse, Subjects subjects, Console console) {
        this.clickHouse = clickHouse;
        this.subjects = subjects;
        this.figures = Figures.of(clickHouse);
        this.console = console;
    }

    public void print() {
        List<List<String>> models = clickHouse.rows(LABELS, Map.of());
        List<String> ids = models.stream().map(model -> model.get(0)).toList();
        List<String> headings = new ArrayList<>(List.of("Programme", "Influenced"));
        models.forEach(model -> headings.add(model.get(1)));
        List<Row> rows =
                clickHouse.objects(CREDITS, Map.of()).stream().map(row -> row(row, ids)).toList();
        console.result(
                "@|bold What the won money travelled with|@, all periods, money in %s"
                        .formatted(figures.currency().getCurrencyCode()));
        new TextTable(headings, 1, rows).lines(WIDTH).forEach(console::result);
        console.plain(
                "Every model's column adds up to the won amount; Influenced counts a deal for each programme that touched it.");
        console.plain("A decomposition of what happened together, not proof of cause.");
        console.plain("");
    }

    private Row row(JsonNode credit, List<String> models) {
        Stream<String> amounts =
                Stream.concat(Stream.of("influenced"), models.stream())
                        .map(column -> figures.text(credit.path(column), "money"));
        String programme = credit.path("programme_id").asText();
        return Row.of(Stream.concat(Stream.of(title(programme)), amounts).toList());
    }

    private String title(String programme) {
        return programme.isEmpty() ? "no programme" : subjects.title(programme);
    }
}
