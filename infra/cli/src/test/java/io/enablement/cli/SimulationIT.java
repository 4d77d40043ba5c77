package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.simulation.DisorderProfile;
import io.enablement.simulation.Progress;
import io.enablement.simulation.Simulation;
import io.enablement.simulation.SimulationSettings;
import io.enablement.simulation.Truth;
import io.enablement.simulation.Truth.ExposureTruth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A simulated organisation the whole way. What it booked itself while it decided what happens is
 * what the tables hold, number by number, whatever became of its events on the way.
 */
final class SimulationIT {

    private static final int FISCAL_YEAR_START = 4;
    private static final SimulationSettings SETTINGS =
            SimulationSettings.standard(60, 12, 7)
                    .withFiscalYearStart(FISCAL_YEAR_START)
                    .withDisorder(new DisorderProfile(20_000, 0.1, 0.02));

    /** Parts that a scorecard shows as they are, and their columns. */
    private static final Map<String, String> SHOWN =
            Map.ofEntries(
                    Map.entry("created", "pipeline_created"),
                    Map.entry("created_amount", "pipeline_created_minor"),
                    Map.entry("won", "deals_won"),
                    Map.entry("lost", "deals_lost"),
                    Map.entry("dropped", "deals_dropped"),
                    Map.entry("won_amount", "won_amount_minor"),
                    Map.entry("credited", "credited_minor"),
                    Map.entry("quota", "quota_minor"),
                    Map.entry("open_due", "deals_due"),
                    Map.entry("open_due_amount", "pipeline_due_minor"),
                    Map.entry("content_uses", "content_uses"),
                    Map.entry("enrolled", "enrolled"),
                    Map.entry("completed", "completed"));

    private static final String COMPANY_BY_MONTH =
            "SELECT * FROM company_scorecard WHERE period_kind = 'month' AND deal_type = 'all'";

    @TempDir private static Path directory;
    private static Path events;
    private static Truth truth;
    private static StoredResults results;
    private static CommandLineProcess.Ended impact;
    private static CommandLineProcess.Ended verified;

    @BeforeAll
    static void process() throws IOException {
        events = directory.resolve("events.jsonl.gz");
        Path rates = directory.resolve("rates.csv");
        truth = Simulation.write(SETTINGS, events, directory.resolve("truth.json"), Progress.NONE);
        Simulation.writeRates(SETTINGS, rates);
        CommandLineProcess.Ended ended =
                CommandLineCall.run(
                        "process",
                        events,
                        "--rates",
                        rates,
                        "--fiscal-year-start",
                        FISCAL_YEAR_START,
                        "--checkpoint-interval",
                        "2s",
                        "--data",
                        directory.resolve("data"));
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        impact =
                CommandLineCall.run(
                        "impact",
                        "--margin",
                        "0.3",
                        "--bootstrap",
                        "99",
                        "--data",
                        directory.resolve("data"));
        assertThat(impact.exitCode()).as(impact.errors()).isZero();
        verified = CommandLineCall.run("verify", "--run", "1", "--data", directory.resolve("data"));
        results = StoredResults.in(directory.resolve("data"));
    }

    @AfterAll
    static void close() {
        if (results != null) {
            results.close();
        }
    }

    /**
     * Built in: + 0.08 on the win rate; nothing; nothing for those who had a bad time before. Sixty
     * reps are too few to prove much, so that the interval has to hold the truth, and nothing may
     * seem to work that does not.
     */
    @Test
    void saysWhatTheProgrammesCaused() throws IOException {
        Map<String, JsonNode> judged = new TreeMap<>();
        results.rows("SELECT * FROM programme_overview")
                .forEach(row -> judged.put(text(row, "programme_id"), row));
        JsonNode discovery = judged.get("prog-discovery");

        assertThat(judged).hasSize(9);
        assertThat(text(discovery, "registration")).isEqualTo("registered");
        assertThat(discovery.path("low").asDouble()).as(impact.output()).isLessThan(.08);
        assertThat(discovery.path("high").asDouble()).as(impact.output()).isGreaterThan(.08);
        assertThat(text(judged.get("prog-certification"), "verdict")).isNotEqualTo("effect");
        assertThat(text(judged.get("prog-rescue-coaching"), "verdict")).isEqualTo("not_provable");
        assertThat(judged.values())
                .allSatisfy(row -> assertThat(row.path("level").asInt()).isGreaterThan(2));
        assertThat(impact.output())
                .contains("Discovery questions (prog-discovery)", "Not provable on basis assigned");
    }

    @Test
    void aRunCanBeRepeatedFromItsManifestInClickHouse() {
        assertThat(verified.output()).contains("Not signed", "Equal in all");
        assertThat(verified.exitCode()).isZero();
    }

    @Test
    void holdsTheNumbersOfEveryRepAndMonth() throws IOException {
        BookedNumbers told = new BookedNumbers();
        truth.repMonths().forEach(row -> told.add(row.repId() + " " + row.month(), row.parts()));

        BookedNumbers stored = sums("rep_id", "month");

        assertThat(told.size()).isGreaterThan(5_000);
        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void holdsTheNumbersOfEveryMonthAndDealType() throws IOException {
        BookedNumbers told = new BookedNumbers();
        truth.dealMonths()
                .forEach(row -> told.add(row.month() + " " + row.dealType(), row.parts()));

        BookedNumbers stored = sums("month", "deal_type");

        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void holdsTheNumbersOfEveryRepInEveryProgramme() throws IOException {
        BookedNumbers told = new BookedNumbers();
        truth.programmeMonths()
                .forEach(
                        row ->
                                told.add(
                                        "%s %s %s"
                                                .formatted(
                                                        row.repId(),
                                                        row.programmeId(),
                                                        row.month()),
                                        row.parts()));

        BookedNumbers stored = new BookedNumbers();
        StoredParts.of(results, "current_rep_month", "rep_id", "programme_id", "month").stream()
                .filter(row -> !text(row, "programme_id").isEmpty())
                .forEach(
                        row ->
                                StoredParts.addSums(
                                        stored,
                                        texts(row, "rep_id", "programme_id", "month"),
                                        row));

        assertThat(told.size()).isGreaterThan(300);
        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void filesEveryUseOfContentInItsMonth() throws IOException {
        Set<String> counts = Set.of("content_uses", "content_uses_on_deals");
        BookedNumbers told = new BookedNumbers();
        for (Truth.RepMonth row : truth.repMonths()) {
            Map<String, Long> uses = new TreeMap<>(row.parts());
            uses.keySet().retainAll(counts);
            told.add(row.repId() + " " + row.month(), uses);
        }

        BookedNumbers stored = new BookedNumbers();
        results.rows(
                        """
                        SELECT
                            rep_id, substring(toString(month), 1, 7) AS month,
                            map('content_uses', uses, 'content_uses_on_deals', uses_on_deals) AS sums
                        FROM content_month FINAL
                        """)
                .forEach(row -> stored.add(texts(row, "rep_id", "month"), row.path("sums")));

        assertThat(told.size()).isGreaterThan(500);
        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void holdsEveryAssignmentWithItsState() throws IOException {
        BookedNumbers told = new BookedNumbers();
        for (Truth.ProgrammeMonth row : truth.programmeMonths()) {
            String place = row.repId() + " " + row.programmeId() + " " + row.month();
            told.add(place + " submitted", row.parts().getOrDefault("assignments_submitted", 0L));
            told.add(place + " approved", row.parts().getOrDefault("assignments_approved", 0L));
        }

        BookedNumbers stored = new BookedNumbers();
        results.rows(
                        """
                        SELECT *, substring(toString(occurred_at), 1, 7) AS month
                        FROM assignment FINAL
                        """)
                .forEach(
                        row ->
                                stored.add(
                                        texts(row, "rep_id", "programme_id", "month", "state"), 1));

        assertThat(told.size()).isGreaterThan(20);
        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void countsEveryTimeOnceByDays() throws IOException {
        List<JsonNode> differences =
                results.rows(
                        """
                        SELECT * FROM current_rep_month
                        WHERE arraySum(mapValues(won_cycle_days)) != won_cycles
                            OR arraySum(mapValues(lost_cycle_days)) != lost_cycles
                            OR arraySum(mapValues(completion_days)) != completion_times
                        LIMIT 5
                        """);

        assertThat(differences).isEmpty();
    }

    @Test
    void holdsEveryExposureAndNoOther() throws IOException {
        BookedNumbers told = new BookedNumbers();
        truth.exposures().forEach(each -> told.add(each.repId() + " " + cohort(each), 1));

        BookedNumbers stored = new BookedNumbers();
        results.rows("SELECT * FROM current_exposure")
                .forEach(row -> stored.add(text(row, "rep_id") + " " + cohort(row), 1));

        assertThat(told.size()).isGreaterThan(50);
        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void showsTheSizeOfEveryCohort() throws IOException {
        BookedNumbers told = new BookedNumbers();
        truth.cohorts()
                .forEach(
                        each ->
                                told.add(
                                        cohort(each.programmeId(), each.basis(), each.cohort()),
                                        each.reps()));

        BookedNumbers stored = new BookedNumbers();
        results.rows(
                        """
                        SELECT programme_id, basis, cohort, members FROM cohort_scorecard
                        WHERE period_kind = 'all' AND deal_type = 'all'
                        """)
                .forEach(row -> stored.add(cohort(row), row.path("members").asLong()));

        assertThat(told.differences(stored)).isEmpty();
    }

    /** What the ledgers say, and what the job has added up. */
    @ParameterizedTest
    @ValueSource(strings = {"rep", "team", "company", "cohort", "control"})
    void showsAsOfTheLastPublicationWhatItShowsNow(String grain) throws IOException {
        String published =
                text(results.row("SELECT max(committed_at) AS at FROM current_status"), "at");

        Set<String> now = StoredScorecard.lines(results, grain + "_scorecard");
        Set<String> then =
                StoredScorecard.lines(
                        results, grain + "_scorecard_at(as_of = '%s')".formatted(published));

        assertThat(now).hasSizeGreaterThan(20);
        assertThat(then).isEqualTo(now);
    }

    @Test
    void showsTheNumbersOfTheCompanyByMonth() throws IOException {
        BookedNumbers told = new BookedNumbers();
        for (Truth.DealMonth row : truth.dealMonths()) {
            Map<String, Long> parts = new TreeMap<>(row.parts());
            parts.keySet().retainAll(SHOWN.keySet());
            told.add(row.month(), parts);
        }

        BookedNumbers stored = new BookedNumbers();
        for (JsonNode row : results.rows(COMPANY_BY_MONTH)) {
            SHOWN.forEach(
                    (part, column) ->
                            stored.add(
                                    text(row, "period") + " " + part, row.path(column).asLong()));
        }

        assertThat(told.size()).isGreaterThan(100);
        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void turnsAwayTheContentsThatLoseAndNothingElse() throws IOException {
        BookedNumbers told = new BookedNumbers();
        told.add("conflict", truth.arrivals().conflicts());

        BookedNumbers stored = new BookedNumbers();
        results.rows("SELECT reason, dead_letters FROM dead_letter_summary")
                .forEach(row -> stored.add(text(row, "reason"), row.path("dead_letters").asLong()));

        assertThat(told.size()).isEqualTo(1);
        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void countsWhatArrivedAndWhatCameTwice() throws IOException {
        BookedNumbers told = new BookedNumbers();
        told.add("records", truth.arrivals().events());
        told.add("duplicates", truth.arrivals().duplicates() - repeatedUsesByBuyersOnly());
        told.add("dead letters", truth.arrivals().conflicts());

        JsonNode status =
                results.row(
                        """
                        SELECT
                            sum(arraySum(mapValues(records_in))) AS records,
                            sum(duplicates) AS duplicates,
                            sum(dead_letters) AS `dead letters`
                        FROM current_status
                        WHERE job = 'cohort-metrics'
                        """);
        BookedNumbers stored = new BookedNumbers();
        status.properties().forEach(count -> stored.add(count.getKey(), count.getValue().asLong()));

        assertThat(told.size()).isEqualTo(3);
        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void provesEveryResultByItsLedger() throws IOException {
        assertThat(results.rows("SELECT * FROM ledger_difference LIMIT 5")).isEmpty();
    }

    /** They reach no rep, and so no history that would know them again. */
    private static long repeatedUsesByBuyersOnly() throws IOException {
        List<String> uses = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(events)),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.contains("\"BUYER_VIEWED\""))
                    .filter(line -> !line.contains("\"rep_id\""))
                    .forEach(uses::add);
        }
        return uses.size() - uses.stream().distinct().count();
    }

    /** The parts that are one number, added up over everything that is not named. */
    private static BookedNumbers sums(String... names) throws IOException {
        BookedNumbers numbers = new BookedNumbers();
        StoredParts.of(results, "current_rep_month", names)
                .forEach(row -> StoredParts.addSums(numbers, texts(row, names), row));
        return numbers;
    }

    private static String cohort(ExposureTruth exposure) {
        return cohort(exposure.programmeId(), exposure.basis(), exposure.cohort());
    }

    private static String cohort(JsonNode row) {
        return texts(row, "programme_id", "basis", "cohort");
    }

    private static String cohort(String programme, String basis, String cohort) {
        return programme + " " + basis + " " + cohort;
    }

    private static String texts(JsonNode row, String... columns) {
        return Arrays.stream(columns)
                .map(column -> text(row, column))
                .collect(Collectors.joining(" "));
    }

    private static String text(JsonNode row, String column) {
        return row.path(column).asText();
    }
}
