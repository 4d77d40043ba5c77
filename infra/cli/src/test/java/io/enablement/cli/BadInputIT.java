package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with records, lines and rows is a dead letter; the rest is processed. */
final class BadInputIT {

    private static final int RAW_RECORDS = 9;
    private static final int LINES = 6;

    /** Two closed deals of three events each, a rep, and a row that is none. */
    private static final int MESSAGES_OF_ROWS = 2 * 3 + 1 + 1;

    @TempDir private static Path folder;
    private static CommandLineProcess.Ended process;
    private static StoredResults results;

    @BeforeAll
    static void processBadInput() throws IOException {
        Path directory = folder.resolve("data");
        RawDeals.sendBroken(directory);
        CommandLineProcess.Ended load =
                CommandLineCall.run("load", lines(), "--data", directory, "--strict");
        assertThat(load.exitCode()).as(load.errors()).isEqualTo(Failure.DEAD_LETTERS);
        process =
                CommandLineCall.run(
                        "process",
                        "--mapping",
                        "crm-opportunities.yaml",
                        rows(),
                        "--checkpoint-interval",
                        "1s",
                        "--data",
                        directory,
                        "--strict");
        results = StoredResults.in(directory);
    }

    @AfterAll
    static void close() {
        if (results != null) {
            results.close();
        }
    }

    @Test
    void saysSoWhenAskedToBeStrict() {
        assertThat(process.exitCode()).as(process.errors()).isEqualTo(Failure.DEAD_LETTERS);
        assertThat(process.output())
                .containsPattern("dead letters +13")
                .contains(
                        "conflict",
                        "unknown_schema",
                        "rejected: BAD_QUOTE",
                        "sales_pipeline.csv:3");
    }

    @Test
    void givesEveryDeadLetterItsReason() throws IOException {
        assertThat(counts("reason"))
                .isEqualTo(
                        Map.of(
                                "unreadable", 2L,
                                "unknown_schema", 1L,
                                "invalid", 2L,
                                "future", 1L,
                                "too_late", 1L,
                                "conflict", 1L,
                                "rejected", 5L));
    }

    @Test
    void namesFileAndLineOfWhatALoaderRejected() throws IOException {
        assertThat(counts("origin || ' ' || splitByString(': ', detail)[1]"))
                .containsKeys(
                        "events.jsonl:2 MALFORMED_JSON",
                        "events.jsonl:3 MISSING_FIELD",
                        "events.jsonl:4 UNKNOWN_VALUE",
                        "events.jsonl:5 BAD_TIME",
                        "sales_pipeline.csv:3 BAD_QUOTE");
    }

    @Test
    void keepsEveryRecordInTheArchive() throws IOException {
        JsonNode archived =
                results.row(
                        "SELECT count() AS records, uniqExact(topic, partition, offset) AS places FROM current_event_log");

        assertThat(archived.path("records").asLong())
                .isEqualTo(RAW_RECORDS + LINES + MESSAGES_OF_ROWS)
                .isEqualTo(archived.path("places").asLong());
    }

    /** Breaks where both jobs report what reading alone refuses. */
    @Test
    void tellsOfEachRefusalOnceThoughTwoJobsRead() throws IOException {
        JsonNode letters =
                results.row(
                        "SELECT countIf(job = 'event-archive') AS refused, countIf(job = 'cohort-metrics') AS contradictions FROM dead_letter FINAL");

        assertThat(letters.path("refused").asLong()).isEqualTo(12);
        assertThat(letters.path("contradictions").asLong()).isEqualTo(1);
    }

    @Test
    void processesTheRest() throws IOException {
        assertThat(
                        results.row(
                                        "SELECT arraySort(groupArray(deal_id)) AS deals FROM current_deal")
                                .path("deals")
                                .toString())
                .isEqualTo("[\"d-1\",\"d-6\",\"good\",\"row-1\",\"row-3\"]");
    }

    @Test
    void keepsTheBytesOfWhatItCouldNotRead() throws IOException {
        JsonNode letter =
                results.row(
                        "SELECT payload FROM current_dead_letter WHERE origin = 'events.jsonl:2'");

        assertThat(letter.path("payload").asText()).isEqualTo("{\"family\":\"deal\",");
    }

    private static Map<String, Long> counts(String by) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        results.rows(
                        "SELECT %s AS what, count() AS letters FROM current_dead_letter GROUP BY what"
                                .formatted(by))
                .forEach(
                        row -> counts.put(row.path("what").asText(), row.path("letters").asLong()));
        return counts;
    }

    private static Path lines() throws IOException {
        String deal =
                "{\"family\":\"deal\",\"source\":\"test\",\"id\":\"%s\",\"kind\":\"%s\",\"deal_id\":\"%s\",\"occurred_at\":\"%s\"}\n";
        return Files.writeString(
                folder.resolve("events.jsonl"),
                deal.formatted("1", "CREATED", "d-1", "2025-03-01T10:00:00Z")
                        + "{\"family\":\"deal\",\n"
                        + "{\"family\":\"deal\",\"source\":\"test\",\"id\":\"3\",\"kind\":\"CREATED\",\"occurred_at\":\"2025-03-01\"}\n"
                        + deal.formatted("4", "BEGUN", "d-4", "2025-03-01T10:00:00Z")
                        + deal.formatted("5", "CREATED", "d-5", "2025-02-30")
                        + deal.formatted("6", "CREATED", "d-6", "2025-03-02"));
    }

    private static Path rows() throws IOException {
        Files.writeString(
                folder.resolve("sales_teams.csv"),
                "sales_agent,manager,regional_office\nAnna,Dustin,Central\n");
        return Files.writeString(
                folder.resolve("sales_pipeline.csv"),
                """
                opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
                row-1,Anna,GTX Pro,Acme,Won,2025-01-02,2025-02-03,100
                row-2,"Anna,GTX Pro,Acme,Won,2025-01-02,2025-02-03,100
                row-3,Anna,GTX Pro,Acme,Lost,2025-01-02,2025-02-03,0
                """);
    }
}
