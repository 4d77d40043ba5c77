package io.enablement.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the benchmarks have found, as a Markdown file. */
final class BenchReport {

    private final BenchResults results;
    private final String command;

    BenchReport(BenchResults results, String command) {
        this.results = results;
        this.command = command;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("# Results of a run\n\n");
        text.append("Written by `").append(command.strip()).append("`. ");
        text.append("Ratios count, not absolute numbers: they are taken within each round.\n\n");
        results.conditions().forEach(each -> text.append(conditions(each)));
        text.append("\n## Contestants\n\n");
        text.append("Who reads fewer events in a run than others reads those of a smaller ");
        text.append("organisation, in which everything happens as often. ");
        text.append("Sinks write rows, models read journeys or rep-months.\n\n");
        text.append(
                table(
                        BenchTables.MEASUREMENT_HEADINGS,
                        results.measurements().stream().map(BenchTables::measurement).toList(),
                        1));
        text.append("\n## Targets\n\n");
        text.append(
                table(
                        BenchTables.FINDING_HEADINGS,
                        results.findings().stream().map(BenchTables::finding).toList(),
                        2));
        if (!results.profiles().isEmpty()) {
            text.append("\n## Where the time went\n");
            results.profiles().forEach(each -> text.append(profile(each)));
        }
        return text.toString();
    }

    private static String conditions(JsonNode said) {
        return """
                | | |
                | --- | --- |
                | Machine | %d cores, %d GiB, %s |
                | Java | %s |
                | Load average before and after | %.1f, %.1f |
                | Events of a run, rounds | %,d, %d |
                | Took | %d seconds |
                | Versions | %s |
                """
                .formatted(
                        said.get("cores").asInt(),
                        said.get("memory_gib").asInt(),
                        said.get("system").asText(),
                        said.get("java").asText(),
                        said.get("load_before").asDouble(),
                        said.get("load_after").asDouble(),
                        said.get("events_of_run").asLong(),
                        said.get("rounds").asInt(),
                        said.get("seconds").asLong(),
                        said.get("versions").asText());
    }

    private static String profile(JsonNode said) {
        StringBuilder text = new StringBuilder();
        text.append("\n**").append(said.get("process").asText()).append("**\n\n");
        text.append("| Method | Share of samples |\n| --- | ---: |\n");
        said.get("methods")
                .properties()
                .forEach(
                        each ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "| `%s` | %.1f%% |%n",
                                                each.getKey(),
                                                100 * each.getValue().asDouble())));
        return text.toString();
    }

    /** The first columns are names, the others numbers. */
    private static String table(List<String> headings, List<List<String>> rows, int names) {
        StringBuilder text = new StringBuilder(line(headings));
        text.append(
                line(
                        IntStream.range(0, headings.size())
                                .mapToObj(column -> column < names ? "---" : "---:")
                                .toList()));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
