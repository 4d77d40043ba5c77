package io.enablement.cli.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.Failure;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.cli.console.UtcTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the programmes whose payback window has ended. */
@Command(
        name = "due",
        description = {
            "List the programmes whose payback window has ended by the time of the data, and whether they were evaluated since.",
            "Exits with 1 where an evaluation is due."
        },
        footer = {"", "Example:", "  enablement due --data data/local"})
public final class DueCommand implements Callable<Integer> {

    private static final int WIDTH = 120;

    private static final String ROWS =
            """
            SELECT *
            FROM programme_evaluation
            WHERE payback_over
            ORDER BY due DESC, payback_end_at, programme_id
            """;

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Mixin private FormatOption format;

    private int exitCode;

    @Override
    public Integer call() {
        results.ask(this::answer);
        System.out.flush();
        return exitCode;
    }

    private void answer(ClickHouse clickHouse) {
        List<JsonNode> rows = clickHouse.objects(ROWS, Map.of());
        exitCode = rows.stream().anyMatch(DueCommand::isDue) ? Failure.DIFFERENCES : 0;
        switch (format.chosen()) {
            case CSV -> clickHouse.writeCsv(ROWS, Map.of(), System.out);
            case JSON -> clickHouse.writeJson(ROWS, Map.of(), System.out);
            case TABLE -> print(rows);
        }
    }

    private void print(List<JsonNode> rows) {
        if (rows.isEmpty()) {
            console.plain("No payback window has ended");
            return;
        }
        TextTable table =
                new TextTable(
                        List.of("Programme", "Judged by", "Payback ended", "Evaluation"),
                        2,
                        rows.stream().map(DueCommand::row).toList());
        table.lines(WIDTH).forEach(console::result);
    }

    private static Row row(JsonNode row) {
        return new Row(
                List.of(
                        row.path("programme_id").asText(),
                        row.path("primary_metric").asText(),
                        UtcTime.forPeople(row.path("payback_end_at").asText()).substring(0, 10),
                        isDue(row) ? "due" : "run " + row.path("evaluated_run").asText()),
                isDue(row) ? "bold" : "");
    }

    private static boolean isDue(JsonNode row) {
        return row.path("due").asInt() == 1 || row.path("due").asBoolean();
    }
}
