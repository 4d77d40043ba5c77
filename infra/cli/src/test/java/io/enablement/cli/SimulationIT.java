package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.domain.deal.Part;
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

    @TempDir private static Path directory;
    private static Path events;
    private static Truth truth;
    private static StoredResults results;

    @BeforeAll
    static void process() throws IOException, InterruptedException {
        events = directory.resolve("events.jsonl.gz");
        Path rates = directory.resolve("rates.csv");
        truth = Simulation.write(SETTINGS, events, directory.resolve("truth.json"), Progress.NONE);
        Simulation.writeRates(SETTINGS, rates);
        CommandLineProcess.Ended ended =
                CommandLineProcess.run(
                        "process",
                        events,
                        "--rates",
                        rates,
                        "--fiscal-year-start",
                        FISCAL_YEAR_START,
                        "--data",
                        directory.resolve("data"));
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        results = StoredResults.in(directory.resolve("data"));
    }

    @AfterAll
    static void close() {
        if (results != null) {
            results.close();
        }
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
        allParts("current_rep_month", "rep_id", "programme_id", "month").stream()
                .filter(row -> !text(row, "programme_id").isEmpty())
                .forEach(
                        row ->
                                stored.add(
                                        texts(row, "rep_id", "programme_id", "month"),
                                        row.path("sums")));

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
                        SELECT programme_id, basis, cohort, reps FROM cohort_scorecard
                        WHERE period_kind = 'all' AND deal_type = 'all'
                        """)
                .forEach(row -> stored.add(cohort(row), row.path("reps").asLong()));

        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void addsUpCohortsOverThoseWhoAreInThem() throws IOException {
        BookedNumbers told = new BookedNumbers();
        Map<String, List<JsonNode>> monthsByRep =
                allParts("current_rep_month", "rep_id", "programme_id", "deal_type", "month")
                        .stream()
                        .collect(Collectors.groupingBy(row -> text(row, "rep_id")));
        for (ExposureTruth exposure : truth.exposures()) {
            monthsByRep.getOrDefault(exposure.repId(), List.of()).stream()
                    .filter(row -> concerns(exposure.programmeId(), row))
                    .forEach(row -> addParts(told, cohort(exposure), row));
        }

        BookedNumbers stored = new BookedNumbers();
        allParts("current_cohort_metric", "programme_id", "basis", "cohort", "deal_type", "month")
                .forEach(row -> addParts(stored, cohort(row), row));

        assertThat(told.size()).isGreaterThan(5_000);
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
        allParts("current_rep_month", names)
                .forEach(row -> numbers.add(texts(row, names), row.path("sums")));
        return numbers;
    }

    private static List<JsonNode> allParts(String view, String... names) throws IOException {
        String sums =
                Part.SUMS.stream()
                        .map(Part::column)
                        .map(column -> "'%s', sum(%s)".formatted(column, column))
                        .collect(Collectors.joining(", ", "map(", ") AS sums"));
        String days =
                Part.HISTOGRAMS.stream()
                        .map(Part::column)
                        .map(column -> "sumMap(%s) AS %s".formatted(column, column))
                        .collect(Collectors.joining(", "));
        String by = String.join(", ", names);
        return results.rows(
                "SELECT %s, %s, %s FROM (SELECT * REPLACE (substring(toString(month), 1, 7) AS month) FROM %s) GROUP BY %s"
                        .formatted(by, sums, days, view, by));
    }

    /** A cohort of a programme has nothing of other programmes. */
    private static boolean concerns(String programme, JsonNode row) {
        return List.of("", programme).contains(text(row, "programme_id"));
    }

    private static void addParts(BookedNumbers numbers, String cohort, JsonNode row) {
        String place = cohort + " " + text(row, "deal_type") + " " + text(row, "month");
        numbers.add(place, row.path("sums"));
        for (Part days : Part.HISTOGRAMS) {
            numbers.add(place + " " + days.column(), row.path(days.column()));
        }
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
