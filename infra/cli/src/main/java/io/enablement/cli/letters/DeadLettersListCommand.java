package io.enablement.cli.letters;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.TextTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists dead letters, counted by reason and topic and one by one. */
@Command(name = "list", description = "List dead letters, the newest first.")
final class DeadLettersListCommand implements Callable<Integer> {

    private static final int WIDTH_OF_DETAIL = 60;

    private static final String SUMMARY =
            """
            SELECT
                reason,
                topic,
                toString(count()),
                toString(countIf(replayed_at IS NOT NULL)),
                ifNull(toString(toDateTime(min(record_at))), ''),
                ifNull(toString(toDateTime(max(record_at))), '')
            FROM current_dead_letter
            WHERE %s
            GROUP BY reason, topic
            ORDER BY count() DESC, reason, topic
            """
                    .formatted(LetterFilter.CONDITION);

    private static final String LETTERS =
            """
            SELECT
                letter_id,
                reason,
                if(origin != '', origin, if(offset < 0, topic || ' ' || record_key,
                    topic || ' ' || toString(partition) || ':' || toString(offset))) AS place,
                record_at,
                event_source,
                event_id,
                replayed_at,
                if(replayed_offset >= 0, replayed_topic || ' ' || toString(replayed_partition)
                    || ':' || toString(replayed_offset), '') AS replayed_to,
                replaceRegexpAll(detail, '\\\\s+', ' ') AS detail
            FROM current_dead_letter
            WHERE %s AND ({open:String} = '' OR replayed_at IS NULL)
            ORDER BY record_at DESC, topic, partition, offset, origin
            LIMIT {limit:UInt32}
            """
                    .formatted(LetterFilter.CONDITION);

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;
    @Mixin private LetterFilter filter;

    @Option(names = "--open", description = "Those alone that were not replayed.")
    private boolean open;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "So many of them (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin private FormatOption format;

    @Override
    public Integer call() {
        Map<String, String> parameters = filter.parameters();
        parameters.put("open", open ? "yes" : "");
        parameters.put("limit", Integer.toString(Math.max(0, limit)));
        results.ask(clickHouse -> list(clickHouse, parameters));
        return 0;
    }

    private void list(ClickHouse clickHouse, Map<String, String> parameters) {
        switch (format.chosen()) {
            case CSV -> clickHouse.writeCsv(LETTERS, parameters, System.out);
            case JSON -> clickHouse.writeJson(LETTERS, parameters, System.out);
            case TABLE -> print(clickHouse, parameters);
        }
    }

    private void print(ClickHouse clickHouse, Map<String, String> parameters) {
        List<List<String>> groups = clickHouse.rows(SUMMARY, parameters);
        if (groups.isEmpty()) {
            console.plain("There are no dead letters");
            return;
        }
        print(
                List.of("reason", "topic", "letters", "replayed", "first", "last"),
                groups.stream().map(TextTable.Row::of).toList());
        console.plain("");
        print(
                List.of("letter", "reason", "place", "replayed to", "detail"),
                clickHouse.objects(LETTERS, parameters).stream()
                        .map(
                                letter ->
                                        TextTable.Row.of(
                                                List.of(
                                                        letter.path("letter_id").asText(),
                                                        letter.path("reason").asText(),
                                                        shown(letter.path("place").asText()),
                                                        letter.path("replayed_to").asText(),
                                                        shown(letter.path("detail").asText()))))
                        .toList());
        console.plain("");
        console.plain("One of them: infra/enablement dead-letters show LETTER");
    }

    private void print(List<String> headings, List<TextTable.Row> rows) {
        new TextTable(headings, headings.size(), rows)
                .lines(Integer.MAX_VALUE)
                .forEach(console::result);
    }

    /** A text of the sources as it may stand in a table: cut, and free of our markup. */
    private static String shown(String text) {
        String plain = text.replace("@|", "@ |");
        return plain.length() <= WIDTH_OF_DETAIL
                ? plain
                : plain.substring(0, WIDTH_OF_DETAIL) + "…";
    }
}
