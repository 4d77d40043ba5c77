package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Failure;
import io.enablement.local.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is told of a January after corrections of March. Shown at first: d-1 is won for 100, d-2 and
 * d-3 are lost, over 60 and 40. Recorded on 10 March: d-1 is worth 80. On 12 March: d-2 is open
 * again. On 15 March: d-4 was won for 40.
 */
final class CorrectionsIT {

    private static final List<String> JANUARY =
            List.of(
                    event("created-1", "CREATED", "d-1", 100, "2025-01-02", "2025-01-02"),
                    event("won-1", "WON", "d-1", 100, "2025-01-10", "2025-01-10"),
                    event("created-2", "CREATED", "d-2", 60, "2025-01-03", "2025-01-03"),
                    event("lost-2", "LOST", "d-2", 60, "2025-01-12", "2025-01-12"),
                    event("created-3", "CREATED", "d-3", 40, "2025-01-04", "2025-01-04"),
                    event("lost-3", "LOST", "d-3", 40, "2025-01-13", "2025-01-13"),
                    event("created-4", "CREATED", "d-4", 40, "2025-01-05", "2025-01-05"),
                    event("february", "CREATED", "d-5", 1, "2025-02-05", "2025-02-05"));

    private static final List<String> CORRECTIONS =
            List.of(
                    event("amount-1", "AMOUNT_CHANGED", "d-1", 80, "2025-01-20", "2025-03-10"),
                    event("reopened-2", "REOPENED", "d-2", 60, "2025-02-20", "2025-03-12"),
                    event("won-4", "WON", "d-4", 40, "2025-01-25", "2025-03-15"));

    private static final String[] EXPLAIN = {
        "explain", "--rep=ann", "--month=2025-01", "--metric=close_rate_value", "--format=json"
    };

    @TempDir private static Path folder;
    private static CommandLineProcess stack;
    private static ClickHouse clickHouse;
    private static String shown;

    @BeforeAll
    static void publishAndCorrect() throws Exception {
        stack =
                CommandLineProcess.start(
                        "up",
                        "--no-dashboard",
                        "--data",
                        folder.resolve("data"),
                        "--checkpoint-interval",
                        "1s");
        stack.awaitLine(line -> line.startsWith("Ready"));
        clickHouse =
                ClickHouse.at(
                        LocalStack.running(folder.resolve("data")).orElseThrow().clickHouseUrl(),
                        LocalStack.credentials(folder.resolve("data")),
                        "default");
        process("january.jsonl", JANUARY);
        shown =
                clickHouse.value(
                        "SELECT formatDateTime(max(committed_at), '%Y-%m-%dT%H:%i:%S.%fZ') FROM pipeline_status WHERE job = 'cohort-metrics'",
                        Map.of());
        process("corrections.jsonl", CORRECTIONS);
    }

    @AfterAll
    static void stop() throws IOException {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void whatWasShownStaysAsItWas() throws Exception {
        assertThat(explained("--as-of", shown)).isEqualTo(rate(100, 60 + 40));
        assertThat(explained()).isEqualTo(rate(100 - 20 + 40, 40));
    }

    /** Catches events that count by when they happened or arrived, not by their recording. */
    @ParameterizedTest
    @CsvSource({
        "2025-03-10T09:59:59Z, 100, 100",
        "2025-03-10T10:00:00Z,  80, 100",
        "2025-03-13,            80,  40",
        "2025-03-16,           120,  40"
    })
    void whatWasKnownFollowsFromTheEventsRecordedByThen(String moment, int won, int lost)
            throws Exception {
        assertThat(explained("--known-at", moment)).isEqualTo(rate(won, lost));
    }

    /** Catches a sign, a cause that is not the correction, and a part that stayed as it was. */
    @Test
    void everyRestatementNamesTheEventThatCausedIt() throws Exception {
        JsonNode rows =
                new ObjectMapper()
                        .readTree(
                                run(
                                        0,
                                        "restatements",
                                        "--since=" + shown,
                                        "--metric=close_rate_value",
                                        "--format=json"));

        assertThat(rows)
                .extracting(
                        row ->
                                Stream.of(
                                                "standing",
                                                "month",
                                                "part",
                                                "change_by_cause",
                                                "event_id")
                                        .map(column -> row.path(column).asText())
                                        .toList())
                .containsExactlyInAnyOrder(
                        List.of("restated", "2025-01-01", "won_amount", "-2000", "amount-1"),
                        List.of("restated", "2025-01-01", "won_amount", "4000", "won-4"),
                        List.of("restated", "2025-01-01", "lost_amount", "-6000", "reopened-2"));
    }

    /** Catches an audit and a status that call a result right which no event has made. */
    @Test
    void aResultWithoutEventsIsFound() throws Exception {
        String sound = run(0, "audit");
        String proven = run(0, "status");
        clickHouse.change(
                "INSERT INTO rep_month (generation, version, is_deleted, rep_id, month, won) VALUES (1, 1, 0, 'nobody', '2025-01-01', 1)",
                Map.of());

        assertThat(sound).contains("Every stored number follows from the archived events");
        assertThat(proven)
                .contains("every result is the sum of its ledger")
                .contains("the credits of every won deal are its amount");
        assertThat(run(Failure.FAILED, "audit")).containsPattern("nobody 2025-01 +won +1 +0");
        assertThat(run(0, "status")).contains("1 result is not the sum of its ledger");
    }

    private static Rate explained(String... options) throws Exception {
        String[] arguments =
                Stream.concat(Stream.of(EXPLAIN), Stream.of(options)).toArray(String[]::new);
        JsonNode answer = new ObjectMapper().readTree(run(0, arguments));
        return new Rate(
                answer.path("numbers").path("won_amount").asLong(),
                answer.path("numbers").path("lost_amount").asLong(),
                answer.path("number").path("close_rate_value").asDouble());
    }

    private record Rate(long won, long lost, double value) {}

    private static Rate rate(int won, int lost) {
        return new Rate(won * 100L, lost * 100L, won / (double) (won + lost));
    }

    private static void process(String name, List<String> events) throws IOException {
        run(0, "process", Files.write(folder.resolve(name), events).toString());
    }

    private static String run(int exitCode, String... arguments) {
        List<Object> all = new ArrayList<>(List.of((Object[]) arguments));
        all.addAll(List.of("--data", folder.resolve("data")));
        CommandLineProcess.Ended ended = CommandLineCall.run(all.toArray());
        assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(exitCode);
        return ended.output();
    }

    /** At ten in the morning. */
    private static String event(
            String id, String kind, String deal, int amount, String occurred, String recorded) {
        return "{\"family\":\"deal\",\"source\":\"test\",\"id\":\"%s\",\"kind\":\"%s\",\"deal_id\":\"%s\",\"owner\":\"ann\",\"amount_minor\":\"%d.00\",\"currency\":\"USD\",\"occurred_at\":\"%sT10:00:00Z\",\"recorded_at\":\"%sT10:00:00Z\"}"
                .formatted(id, kind, deal, amount, occurred, recorded);
    }
}
