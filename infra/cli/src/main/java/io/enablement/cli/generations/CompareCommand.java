package io.enablement.cli.generations;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.Failure;
import io.enablement.cli.console.FormatOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where two generations of results differ, and why. */
@Command(
        name = "compare",
        description = {
            "Show every result that is not the same in two generations, and what makes it so: the deals and other subjects, their last events, other settings.",
            "The exit code is 1 where anything differs."
        },
        footer = {
            "",
            "Examples:",
            "  enablement compare                 the active one and the newest",
            "  enablement compare 1 3 --limit 20 --format json"
        })
public final class CompareCommand implements Callable<Integer> {

    private static final String ROWS =
            """
            SELECT * FROM generation_comparison(%s)
            ORDER BY result, programme_id, basis, cohort, rep_id, team, role, region, deal_type,
                month, deal_id, part, bucket
            LIMIT {limit:UInt64}
            """;
    private static final String COUNTS =
            "SELECT result, count() FROM generation_difference(%s) GROUP BY result ORDER BY result";
    private static final String SETTINGS =
            "SELECT name, a_setting, b_setting FROM generation_setting_difference(%s) ORDER BY name";
    private static final List<String> KEY =
            List.of(
                    "programme_id",
                    "basis",
                    "cohort",
                    "rep_id",
                    "team",
                    "role",
                    "region",
                    "deal_type",
                    "month",
                    "deal_id");
    private static final String NO_MONTH = "1970-01-01";

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Parameters(arity = "0..1", index = "0", paramLabel = "A", description = "Default: the active.")
    private Long a;

    @Parameters(arity = "0..1", index = "1", paramLabel = "B", description = "Default: the newest.")
    private Long b;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many differences are shown (default: ${DEFAULT-VALUE}).")
    private long limit;

    @Mixin private FormatOption format;

    private boolean differ;

    @Override
    public Integer call() {
        results.ask(this::answer);
        return differ ? Failure.DIFFERENCES : 0;
    }

    private void answer(ClickHouse clickHouse) {
        Generations generations = new Generations(clickHouse);
        Generation first = generations.get(a == null ? generations.active() : a);
        Generation second =
                b == null
                        ? generations.newest(each -> each.checkpoint() > 0 && !each.isDropped())
                        : generations.get(b);
        // A view takes no parameter of a query, only a literal.
        String both = "a = %d, b = %d".formatted(first.number(), second.number());
        Map<String, String> parameters = Map.of("limit", Long.toString(limit));
        List<List<String>> counts = clickHouse.rows(COUNTS.formatted(both), Map.of());
        differ = !counts.isEmpty();
        switch (format.chosen()) {
            case CSV -> clickHouse.writeCsv(ROWS.formatted(both), parameters, System.out);
            case JSON -> clickHouse.writeJson(ROWS.formatted(both), parameters, System.out);
            case TABLE -> {
                tell(first);
                tell(second);
                clickHouse.rows(SETTINGS.formatted(both), Map.of()).forEach(this::tellSetting);
                clickHouse.objects(ROWS.formatted(both), parameters).stream()
                        .collect(
                                Collectors.groupingBy(
                                        CompareCommand::key,
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .forEach(this::tellResult);
                tellCounts(counts);
            }
        }
        System.out.flush();
    }

    private void tell(Generation generation) {
        console.plain(
                "Generation %d (%s): %s records read, checkpoint %d"
                        .formatted(
                                generation.number(),
                                generation.state(),
                                Console.count(generation.records()),
                                generation.checkpoint()));
    }

    private void tellSetting(List<String> setting) {
        console.plain("  %s: %s -> %s".formatted(setting.toArray()));
    }

    private void tellResult(String key, List<JsonNode> parts) {
        console.result("@|bold " + key + "|@");
        for (JsonNode part : parts) {
            console.plain(
                    "  %-24s %s -> %s  (%s)"
                            .formatted(
                                    name(part),
                                    value(part, "a_value"),
                                    value(part, "b_value"),
                                    part.path("reason").asText()));
            part.path("examples").forEach(this::tellSubject);
        }
    }

    /** Subject, its values and its last events in both. */
    private void tellSubject(JsonNode example) {
        String before = example.path(3).asText();
        String after = example.path(4).asText();
        String values =
                example.path(1).asText().isEmpty()
                        ? ""
                        : "%s -> %s".formatted(example.path(1).asText(), example.path(2).asText());
        console.plain(
                "      %-20s %s  %s"
                        .formatted(
                                example.path(0).asText(),
                                values,
                                before.equals(after)
                                        ? after
                                        : "%s -> %s"
                                                .formatted(
                                                        before.isEmpty() ? "nothing" : before,
                                                        after.isEmpty() ? "nothing" : after)));
    }

    private void tellCounts(List<List<String>> counts) {
        if (counts.isEmpty()) {
            console.plain("Nothing differs");
            return;
        }
        console.plain(
                "Different: "
                        + counts.stream()
                                .map(count -> grouped(count.get(1)) + " of " + count.get(0))
                                .collect(Collectors.joining(", ")));
    }

    private static String key(JsonNode row) {
        Stream<String> parts =
                KEY.stream()
                        .map(column -> row.path(column).asText())
                        .filter(part -> !part.isEmpty() && !part.equals(NO_MONTH));
        return row.path("result").asText() + "  " + parts.collect(Collectors.joining(" "));
    }

    private static String name(JsonNode row) {
        String part = row.path("part").asText();
        int bucket = row.path("bucket").asInt();
        return bucket == 0 ? part : part + " " + bucket;
    }

    private static String value(JsonNode row, String column) {
        String value = row.path(column).asText();
        return value.isEmpty() ? "none" : value;
    }

    private static String grouped(String number) {
        return Console.count(Long.parseLong(number));
    }
}
