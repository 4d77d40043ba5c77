package io.enablement.cli.letters;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows all that is known of one dead letter. */
@Command(name = "show", description = "Show one dead letter with its bytes and its event.")
final class DeadLettersShowCommand implements Callable<Integer> {

    private static final int BYTES_A_LINE = 16;

    private static final String LETTER =
            """
            SELECT * EXCEPT (payload, payload_hash, partition, offset),
                partition AS at_partition,
                offset AS at_offset,
                hex(payload) AS bytes
            FROM current_dead_letter
            WHERE letter_id = {letter:String}
                OR origin = {letter:String}
                OR topic || ' ' || toString(partition) || ':' || toString(offset) = {letter:String}
            """;

    private static final String EVENT =
            """
            SELECT * EXCEPT (checkpoint, topic, partition, offset, record_at, record_key, headers,
                payload, refused)
            FROM current_event_log
            WHERE topic = {topic:String} AND partition = {partition:Int32}
                AND offset = {offset:Int64} AND family != ''
            """;

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Parameters(
            paramLabel = "LETTER",
            description =
                    "Its id as list shows it, or its place: deals.csv:17, 'deal-events 0:42'.")
    private String letter;

    @Override
    public Integer call() {
        results.ask(this::show);
        return 0;
    }

    private void show(ClickHouse clickHouse) {
        List<JsonNode> letters = clickHouse.objects(LETTER, Map.of("letter", letter));
        if (letters.isEmpty()) {
            throw new UsageException("There is no dead letter " + letter);
        }
        letters.forEach(each -> show(clickHouse, each));
    }

    private void show(ClickHouse clickHouse, JsonNode each) {
        line("letter", each.path("letter_id").asText());
        line("reason", each.path("reason").asText());
        line("detail", each.path("detail").asText());
        line("place", place(each));
        line("record at", each.path("record_at").asText());
        line("key", each.path("record_key").asText());
        if (!each.path("event_id").asText().isEmpty()) {
            line("event", each.path("event_id").asText() + " of " + source(each));
        }
        line("replayed", replayed(each));
        showEvent(clickHouse, each);
        showBytes(HexFormat.of().parseHex(each.path("bytes").asText()));
        console.plain("");
    }

    private static String source(JsonNode each) {
        return each.path("event_source").asText();
    }

    private static String place(JsonNode each) {
        if (!each.path("origin").asText().isEmpty()) {
            return each.path("origin").asText();
        }
        if (each.path("at_offset").asLong() < 0) {
            return each.path("topic").asText() + ", in several places perhaps";
        }
        return "%s %d:%d"
                .formatted(
                        each.path("topic").asText(),
                        each.path("at_partition").asLong(),
                        each.path("at_offset").asLong());
    }

    private static String replayed(JsonNode each) {
        if (each.path("replayed_at").isNull()) {
            return "no";
        }
        String when = each.path("replayed_at").asText();
        return each.path("replayed_offset").asLong() < 0
                ? when + ", and nothing came of it"
                : "%s to %s %d:%d"
                        .formatted(
                                when,
                                each.path("replayed_topic").asText(),
                                each.path("replayed_partition").asLong(),
                                each.path("replayed_offset").asLong());
    }

    private void showEvent(ClickHouse clickHouse, JsonNode each) {
        Map<String, String> place =
                Map.of(
                        "topic", each.path("topic").asText(),
                        "partition", each.path("at_partition").asText(),
                        "offset", each.path("at_offset").asText());
        for (JsonNode event : clickHouse.objects(EVENT, place)) {
            event.properties().stream()
                    .filter(field -> says(field.getValue()))
                    .forEach(field -> line("  " + field.getKey(), text(field.getValue())));
        }
    }

    private static boolean says(JsonNode value) {
        boolean empty = value.isContainerNode() ? value.isEmpty() : value.asText().isEmpty();
        return !value.isNull() && !empty;
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private void showBytes(byte[] bytes) {
        console.result("@|bold bytes|@              " + bytes.length);
        HexFormat hex = HexFormat.ofDelimiter(" ");
        for (int start = 0; start < bytes.length; start += BYTES_A_LINE) {
            int end = Math.min(bytes.length, start + BYTES_A_LINE);
            console.plain(
                    "  %06x  %-48s %s"
                            .formatted(
                                    start,
                                    hex.formatHex(bytes, start, end),
                                    text(bytes, start, end)));
        }
    }

    /** What is no letter of ASCII is a dot. */
    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)
                .replaceAll("[^\\x20-\\x7e]", ".");
    }

    private void line(String name, String value) {
        console.plain("%-20s%s".formatted(name, value));
    }
}
