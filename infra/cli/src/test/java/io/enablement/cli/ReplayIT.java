package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Failure;
import io.enablement.domain.event.Family;
import io.enablement.intake.RecordSender;
import io.enablement.local.Credentials;
import io.enablement.local.LocalKafka;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import io.enablement.schemas.DealKind;
import io.enablement.schemas.DealMessage;
import io.enablement.schemas.TimeQuality;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What could not be counted is sent again after a fix and counts once; what Kafka has lost comes
 * back from the archive, at the same offsets.
 */
final class ReplayIT {

    private static final Instant BEFORE_IT_HAPPENED = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant MARCH_1 = Instant.parse("2025-03-01T10:00:00Z");
    private static final String MAPPING =
            """
            source: crm
            date_formats: %s
            files:
              - file: deals.csv
                events:
                  - family: deal
                    kind: CREATED
                    fields: {deal_id: "{id}", occurred_at: "{day}"}
            """;

    @TempDir private static Path folder;
    private static CommandLineProcess up;
    private static ClickHouse clickHouse;

    @BeforeAll
    static void replayAndRefill() throws Exception {
        up =
                CommandLineProcess.start(
                        "up",
                        "--no-dashboard",
                        "--data",
                        folder.resolve("data"),
                        "--checkpoint-interval",
                        "500ms");
        up.awaitLine(line -> line.startsWith("Ready"));
        StackAddresses stack = LocalStack.running(folder.resolve("data")).orElseThrow();
        Credentials credentials = LocalStack.credentials(folder.resolve("data"));
        clickHouse = ClickHouse.at(stack.clickHouseUrl(), credentials, "default");
        sendFromTheFuture(stack.kafkaServers());
        run("process", "--mapping", mapping("yyyy-MM-dd"), rows());
        run("dead-letters", "replay", "--reason", "future");
        run("dead-letters", "replay", "--mapping", mapping("dd.MM.yyyy"));
        run("process", lines());
        run("dead-letters", "replay", "--reason", "future");
        run("dead-letters", "replay", "--reason", "future", "--again");
        run("process", lines());
        rebuildFromTheArchive(stack.clickHouseUrl(), credentials);
    }

    @AfterAll
    static void stop() throws Exception {
        if (up != null) {
            up.close();
        }
    }

    /** Breaks where a replay changes key, bytes or headers: the event would be another one. */
    @Test
    void sendTheSameRecordAgain() {
        assertThat(
                        rows(
                                """
                                SELECT count(), uniqExact(payload), any(record_key), any(headers['trace'])
                                FROM current_event_log WHERE deal_id = 'ahead' AND headers['trace'] = '7'
                                """))
                .containsExactly(List.of("3", "1", "ahead", "7"));
    }

    @Test
    void countTheEventOnceHoweverOftenItIsReplayed() {
        assertThat(rows("SELECT toString(events) FROM current_deal WHERE deal_id = 'ahead'"))
                .containsExactly(List.of("1"));
        assertThat(rows("SELECT count() FROM current_deal")).containsExactly(List.of("3"));
    }

    @Test
    void markTheLetterWithItsNewPlace() {
        assertThat(
                        rows(
                                """
                                SELECT replayed_topic, replayed_offset > offset, replayed_offset IN (
                                    SELECT offset FROM current_event_log
                                    WHERE deal_id = 'ahead' AND refused = '')
                                FROM current_dead_letter WHERE reason = 'future'
                                """))
                .containsExactly(List.of("deal-events", "1", "1"));
    }

    /** Once without and once with --again. */
    @Test
    void leaveOutWhatWasReplayedUnlessAskedTo() {
        assertThat(
                        rows(
                                "SELECT reason, count() FROM dead_letter_replay GROUP BY reason ORDER BY 1"))
                .containsExactly(List.of("future", "2"), List.of("rejected", "1"));
    }

    @Test
    void convertTheRowsOfAFileAgainAndLeaveThoseThatStayBad() {
        assertThat(
                        rows(
                                "SELECT origin, replayed_topic FROM current_dead_letter WHERE reason = 'rejected' ORDER BY origin"))
                .containsExactly(List.of("deals.csv:2", "deal-events"), List.of("deals.csv:3", ""));
        assertThat(rows("SELECT status FROM current_deal WHERE deal_id = 'row-2'"))
                .containsExactly(List.of("open"));
    }

    @Test
    void showALetterAndListAll() {
        assertThat(execute("dead-letters", "list", "--open")).isZero();
        assertThat(execute("dead-letters", "show", "deals.csv:3")).isZero();
        assertThat(execute("dead-letters", "show", "deals.csv:4")).isEqualTo(Failure.BAD_USAGE);
        assertThat(execute("dead-letters", "list", "--reason", "bad")).isEqualTo(Failure.BAD_USAGE);
    }

    /** Breaks where a refilled topic differs in place, time, key, bytes or headers. */
    @Test
    void giveBackWhatKafkaHasLostAtTheSameOffsets() {
        String record =
                "topic, partition, offset, ifNull(toString(record_at), ''), record_key, payload, toString(headers), refused";

        assertThat(
                        rows(
                                "SELECT count() FROM event_log WHERE generation = 1 AND (%1$s) NOT IN (SELECT %1$s FROM event_log WHERE generation = 2)"
                                        .formatted(record)))
                .containsExactly(List.of("0"));
        assertThat(rows("SELECT count() > 8 FROM event_log WHERE generation = 2"))
                .containsExactly(List.of("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deal", "rep_month", "dead_letter"})
    void giveTheSameRowsWhenRebuiltFromTheArchive(String table) {
        assertThat(liveRows(table, 2)).isEqualTo(liveRows(table, 1)).isNotEmpty();
    }

    @Test
    void refuseTopicsThatHoldRecords() {
        assertThat(execute("refill")).isEqualTo(Failure.BAD_USAGE);
    }

    private static void rebuildFromTheArchive(String url, Credentials credentials)
            throws IOException {
        try (LocalKafka empty = LocalKafka.start(folder.resolve("another-kafka"), 0)) {
            Object[] servers = {
                "--kafka", empty.bootstrapServers(),
                "--clickhouse", url,
                "--clickhouse-user", credentials.user(),
                "--clickhouse-password", credentials.password()
            };
            runOn(folder.resolve("rebuilt"), servers, "refill");
            runOn(
                    folder.resolve("rebuilt"),
                    servers,
                    "process",
                    lines(),
                    "--generation=2",
                    "--archive-generation=2");
        }
    }

    /** Its record says that it was sent before it happened. */
    private static void sendFromTheFuture(String kafka) throws IOException {
        DealMessage ahead =
                DealMessage.newBuilder()
                        .setId("ahead")
                        .setSource("test")
                        .setOccurredAt(MARCH_1)
                        .setRecordedAt(MARCH_1)
                        .setTimeQuality(TimeQuality.OCCURRED)
                        .setKind(DealKind.CREATED)
                        .setDealId("ahead")
                        .setSplits(List.of())
                        .build();
        byte[] bytes = new byte[ahead.toByteBuffer().remaining()];
        ahead.toByteBuffer().get(bytes);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        Family.DEAL.topic(),
                        null,
                        BEFORE_IT_HAPPENED.toEpochMilli(),
                        "ahead".getBytes(StandardCharsets.UTF_8),
                        bytes);
        record.headers().add("trace", "7".getBytes(StandardCharsets.UTF_8));
        try (RecordSender sender = RecordSender.connect(kafka)) {
            sender.send(List.of(record));
        }
    }

    private static Path lines() throws IOException {
        return Files.writeString(
                folder.resolve("events.jsonl"),
                "{\"family\":\"deal\",\"source\":\"test\",\"id\":\"1\",\"kind\":\"CREATED\",\"deal_id\":\"d-1\",\"occurred_at\":\"2025-03-01T10:00:00Z\"}\n");
    }

    private static Path rows() throws IOException {
        return Files.writeString(
                folder.resolve("deals.csv"), "id,day\nrow-2,01.03.2025\nrow-3,31.02.2025\n");
    }

    private static Path mapping(String dates) throws IOException {
        return Files.writeString(folder.resolve("mapping.yaml"), MAPPING.formatted(dates));
    }

    private static void run(Object... arguments) {
        assertThat(execute(arguments)).as(Arrays.toString(arguments)).isZero();
    }

    private static int execute(Object... arguments) {
        return execute(folder.resolve("data"), arguments);
    }

    private static void runOn(Path directory, Object[] servers, Object... arguments)
            throws IOException {
        Files.createDirectories(directory);
        Object[] all = Stream.of(arguments, servers).flatMap(Arrays::stream).toArray();
        assertThat(execute(directory, all)).as(Arrays.toString(arguments)).isZero();
    }

    private static int execute(Path directory, Object... arguments) {
        String[] all =
                Stream.concat(Arrays.stream(arguments), Stream.of("--data", directory))
                        .map(Object::toString)
                        .toArray(String[]::new);
        return Main.commandLine().execute(all);
    }

    private static List<List<String>> rows(String sql) {
        return clickHouse.rows(sql, Map.of());
    }

    private static List<List<String>> liveRows(String table, int generation) {
        return rows(
                "SELECT count(), groupBitXor(cityHash64(toString(tuple(* EXCEPT (generation, version))))) FROM %s FINAL WHERE generation = %d HAVING count() > 0"
                        .formatted(table, generation));
    }
}
