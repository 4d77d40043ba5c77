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
import java.util.EnumSet;
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

    /** Parts that the jobs do not count yet. */
    private static final Set<Part> LATER = EnumSet.range(Part.CONTENT_USES_ON_DEALS, Part.COACHED);

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
        truth.repMonths()
                .forEach(row -> told.add(row.repId() + " " + row.month(), counted(row.parts())));

        BookedNumbers stored = sums("rep_id", "month");

        assertThat(told.size()).isGreaterThan(5_000);
        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void holdsTheNumbersOfEveryMonthAndDealType() throws IOException {
        BookedNumbers told = new BookedNumbers();
        truth.dealMonths()
                .forEach(row -> told.add(row.month() + " " + row.dealType(), counted(row.parts())));

        BookedNumbers stored = sums("month", "deal_type");

        assertThat(told.differences(stored)).isEmpty();
    }

    @Test
    void countsEveryCycleTimeOnceByDays() throws IOException {
        List<JsonNode> differences =
                results.rows(
                        """
                        SELECT * FROM current_rep_month
                        WHERE arraySum(mapValues(won_cycle_days)) != won_cycles
                            OR arraySum(mapValues(lost_cycle_days)) != lost_cycles
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
                allParts("current_rep_month", "rep_id", "deal_type", "month").stream()
                        .collect(Collectors.groupingBy(row -> text(row, "rep_id")));
        for (ExposureTruth exposure : truth.exposures()) {
            monthsByRep
                    .getOrDefault(exposure.repId(), List.of())
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

    @Test
    void provesEveryResultByItsLedger() throws IOException {
        assertThat(results.rows("SELECT * FROM ledger_difference LIMIT 5")).isEmpty();
    }

    /** The parts that are one number, added up over everything that is not named. */
    private static BookedNumbers sums(String first, String second) throws IOException {
        BookedNumbers numbers = new BookedNumbers();
        allParts("current_rep_month", first, second)
                .forEach(
                        row ->
                                numbers.add(
                                        text(row, first) + " " + text(row, second),
                                        row.path("sums")));
        return numbers;
    }

    private static List<JsonNode> allParts(String view, String... names) throws IOException {
        String sums =
                Part.SUMS.stream()
                        .filter(part -> !LATER.contains(part))
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

    private static Map<String, Long> counted(Map<String, Long> parts) {
        Map<String, Long> counted = new TreeMap<>(parts);
        LATER.forEach(part -> counted.remove(part.column()));
        return counted;
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
        return cohort(text(row, "programme_id"), text(row, "basis"), text(row, "cohort"));
    }

    private static String cohort(String... names) {
        return String.join(" ", names);
    }

    private static String text(JsonNode row, String column) {
        return row.path(column).asText();
    }
}
