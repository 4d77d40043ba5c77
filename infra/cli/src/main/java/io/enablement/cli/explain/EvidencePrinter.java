package io.enablement.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.cli.scorecard.Figures;
import io.enablement.cli.scorecard.NumberFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Prints for people what a number was counted from. */
final class EvidencePrinter {

    private static final int PAGE_WIDTH = 150;

    private final Figures figures;
    private final NumberFigures numberFigures;
    private final LedgerPrinter ledger;
    private final Console console;
    private final int limit;

    EvidencePrinter(Figures figures, Console console, int limit) {
        this.figures = figures;
        this.numberFigures = new NumberFigures(figures);
        this.ledger = new LedgerPrinter(numberFigures, console, limit);
        this.console = console;
        this.limit = limit;
    }

    void print(ExplainedMetric metric, Evidence evidence, List<JsonNode> rows) {
        if (rows.isEmpty()) {
            return;
        }
        switch (evidence) {
            case LEDGER -> ledger.print(metric, rows);
            case MEMBERS, USES -> printEvents(evidence, rows);
            case REPS, MATURE_DEALS, STARTS, STAGES, OPEN_DEALS, ASSIGNMENTS, PROGRAMME_REPS ->
                    printFacts(evidence, rows);
        }
    }

    static void tellRest(Console console, int count, int limit) {
        if (count > limit) {
            console.result(
                    "  @|faint … and %s more; --limit shows them|@"
                            .formatted(Console.count(count - limit)));
        }
    }

    private void printEvents(Evidence evidence, List<JsonNode> rows) {
        console.plain("");
        console.result("@|bold %s|@: %s".formatted(evidence.title(), Console.count(rows.size())));
        for (JsonNode row : rows.stream().limit(limit).toList()) {
            String content = row.path("content_id").asText("");
            String deal = row.path("deal_id").asText("");
            console.plain(
                    "  %s  %s%s%s"
                            .formatted(
                                    row.path("rep_id").asText(),
                                    new LoggedEvent(row).sentence(),
                                    content.isEmpty() ? "" : "  " + content,
                                    deal.isEmpty() ? "" : "  on " + deal));
        }
        tellRest(console, rows.size(), limit);
    }

    private void printFacts(Evidence evidence, List<JsonNode> rows) {
        List<String> columns = new ArrayList<>();
        rows.get(0).fieldNames().forEachRemaining(columns::add);
        columns.removeIf(
                column ->
                        rows.stream()
                                .allMatch(
                                        row ->
                                                row.path(column).asText("").isEmpty()
                                                        || row.path(column).isNull()));
        columns.remove("evidence");
        List<Row> table =
                rows.stream()
                        .limit(limit)
                        .map(
                                row ->
                                        Row.of(
                                                columns.stream()
                                                        .map(
                                                                column ->
                                                                        cell(
                                                                                column,
                                                                                row.path(column)))
                                                        .toList()))
                        .toList();
        console.plain("");
        console.result("@|bold %s|@: %s".formatted(evidence.title(), Console.count(rows.size())));
        List<String> headings =
                columns.stream()
                        .map(column -> column.replace("_minor", "").replace('_', ' '))
                        .toList();
        new TextTable(headings, 1, table)
                .lines(PAGE_WIDTH)
                .forEach(line -> console.result("  " + line));
        tellRest(console, rows.size(), limit);
    }

    private String cell(String column, JsonNode value) {
        if (value.isNull()) {
            return Figures.EMPTY;
        }
        return switch (column) {
            case "quota", "credited", "won_amount", "amount_minor" ->
                    numberFigures.money(new BigDecimal(value.asText()));
            case "attainment" -> figures.text(value, "share");
            case "days" -> figures.text(value, "days");
            case "counted", "is_audience" -> value.asBoolean() || value.asInt() == 1 ? "yes" : "no";
            case "at" -> value.asText().substring(0, 16);
            default -> value.asText();
        };
    }
}
