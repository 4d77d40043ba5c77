package io.enablement.cli.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains the metrics. */
@Command(
        name = "glossary",
        description = "Say what each metric means: its formula, its unit, and why it may be empty.",
        footer = {"", "Example:", "  enablement glossary close_rate_count sales_velocity_minor"})
public final class GlossaryCommand implements Callable<Integer> {

    private static final List<String> FIELDS =
            List.of("topic", "id", "version", "label", "unit", "formula", "null_means", "remarks");

    private static final String DEFINITIONS =
            "SELECT %s FROM metric_definition".formatted(String.join(", ", FIELDS));

    private static final String ONLY = " WHERE has(splitByChar(',', {ids:String}), id)";

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Parameters(paramLabel = "ID", description = "These metrics alone.")
    private List<String> ids = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private GlossaryFormat format;

    @Override
    public Integer call() {
        results.ask(this::answer);
        return 0;
    }

    private void answer(ClickHouse clickHouse) {
        List<JsonNode> all = clickHouse.objects(DEFINITIONS, Map.of());
        check(all);
        String sql = ids.isEmpty() ? DEFINITIONS : DEFINITIONS + ONLY;
        Map<String, String> parameters = Map.of("ids", String.join(",", ids));
        switch (format) {
            case CSV -> clickHouse.writeCsv(sql, parameters, System.out);
            case JSON -> clickHouse.writeJson(sql, parameters, System.out);
            case MARKDOWN -> printMarkdown(clickHouse.objects(sql, parameters));
            case TABLE -> clickHouse.objects(sql, parameters).forEach(this::explain);
        }
        System.out.flush();
    }

    private void check(List<JsonNode> all) {
        List<String> known = all.stream().map(each -> each.path("id").asText()).toList();
        List<String> unknown = ids.stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw new UsageException(
                    "There is no metric %s. There are:\n%s"
                            .formatted(
                                    String.join(", ", unknown),
                                    known.stream()
                                            .map(id -> "  " + id)
                                            .collect(Collectors.joining("\n"))));
        }
    }

    private void explain(JsonNode metric) {
        console.result(
                "@|bold %s|@  %s (%s, definition %s)"
                        .formatted(
                                metric.path("id").asText(),
                                metric.path("label").asText(),
                                metric.path("unit").asText(),
                                metric.path("version").asText()));
        line("", metric.path("formula").asText());
        line(Figures.EMPTY + " where: ", metric.path("null_means").asText());
        line("", metric.path("remarks").asText());
        console.plain("");
    }

    private void line(String before, String text) {
        if (!text.isEmpty()) {
            console.plain("    " + before + text);
        }
    }

    private void printMarkdown(List<JsonNode> metrics) {
        console.plain(markdownRow(FIELDS.stream()));
        console.plain(markdownRow(FIELDS.stream().map(field -> "---")));
        metrics.forEach(
                metric ->
                        console.plain(
                                markdownRow(
                                        FIELDS.stream()
                                                .map(field -> metric.path(field).asText()))));
    }

    private static String markdownRow(Stream<String> cells) {
        return cells.map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
