package io.enablement.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.Admission;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.TimeQuality;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.intake.EventFile;
import io.enablement.intake.IntakeSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulationTest {

    private static final SimulationSettings SMALL = SimulationSettings.standard(40, 12, 1);
    private static final SimulationSettings LARGE = SimulationSettings.standard(400, 24, 1);
    private static final long SEP_1 = Timeline.startOf(LocalDate.of(2026, 9, 1));
    private static final Truth.Arrivals NOT_COUNTED = new Truth.Arrivals(0, 0, 0);

    private static List<Event> events;
    private static Truth truth;

    @TempDir private Path folder;

    @BeforeAll
    static void simulate() {
        Simulation simulation = Simulation.of(LARGE);
        events = new ArrayList<>();
        simulation.forEachRemaining(events::add);
        truth = simulation.truth(NOT_COUNTED);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Simulation.write(SMALL, folder.resolve("1.gz"), folder.resolve("1.json"), Progress.NONE);
        Simulation.write(SMALL, folder.resolve("2.gz"), folder.resolve("2.json"), Progress.NONE);

        assertThat(folder.resolve("1.gz")).hasSameBinaryContentAs(folder.resolve("2.gz"));
        assertThat(folder.resolve("1.json")).hasSameBinaryContentAs(folder.resolve("2.json"));
    }

    @Test
    void anotherSeedGivesAnotherOrganisation() {
        List<Event> one = all(Simulation.of(SMALL));
        List<Event> other = all(Simulation.of(SimulationSettings.standard(40, 12, 2)));

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void everyLineIsReadByTheIntake() throws IOException {
        Path file = folder.resolve("events.jsonl");
        Truth written =
                Simulation.write(
                        SMALL.withDisorder(DisorderProfile.SEVERE),
                        file,
                        folder.resolve("truth.json"),
                        Progress.NONE);

        IntakeSummary summary;
        try (EventFile lines = EventFile.jsonLines(file)) {
            summary = lines.readToEnd();
        }

        assertThat(summary.rejected()).isEmpty();
        assertThat(summary.accepted()).isEqualTo(written.arrivals().events());
    }

    @Test
    void everyEventMakesSenseAndMayEnter() {
        assertThat(events).noneMatch(event -> Admission.DEFAULT.refuse(event, SEP_1).isPresent());
    }

    @Test
    void eventsComeInTheOrderOfTheirRecordingAndBeforeTheEnd() {
        assertThat(events)
                .isSortedAccordingTo(
                        Comparator.comparingLong(event -> event.envelope().recordedAtMicros()));
        assertThat(events)
                .allMatch(event -> event.envelope().recordedAtMicros() < SEP_1)
                .allMatch(event -> event.envelope().occurredAtMicros() < SEP_1);
    }

    @Test
    void identitiesAreUnique() {
        Set<String> identities = new HashSet<>();

        assertThat(events)
                .allMatch(
                        event ->
                                identities.add(
                                        event.envelope().source() + " " + event.envelope().id()));
    }

    @Test
    void everyKindOfEventOccurs() {
        List<String> kinds = new ArrayList<>();
        kinds.addAll(names("deal", DealEvent.Kind.values()));
        kinds.addAll(names("training", TrainingEvent.Kind.values()));
        kinds.addAll(names("content", ContentEvent.Kind.values()));
        kinds.addAll(names("programme", ProgrammeEvent.Kind.values()));
        kinds.addAll(names("rep", RepEvent.Kind.values()));
        kinds.addAll(names("quota", QuotaEvent.Kind.values()));

        assertThat(truth.events()).containsOnlyKeys(kinds);
    }

    @Test
    void everyWayToAssignPeopleOccursWithExposures() {
        Set<String> exposed = new HashSet<>();
        truth.exposures().forEach(exposure -> exposed.add(exposure.programmeId()));

        assertThat(truth.programmes())
                .extracting(Truth.ProgrammeTruth::selection)
                .contains("lot", "teams", "new_hires", "better_reps", "after_a_dip");
        assertThat(exposed)
                .containsExactlyInAnyOrderElementsOf(
                        truth.programmes().stream()
                                .map(Truth.ProgrammeTruth::programmeId)
                                .toList());
    }

    @Test
    void theBestFifthBringsTheMajority() {
        Map<String, Long> wonByRep = new TreeMap<>();
        for (Truth.RepMonth row : truth.repMonths()) {
            wonByRep.merge(row.repId(), row.parts().getOrDefault("won_amount", 0L), Long::sum);
        }
        List<Long> amounts = wonByRep.values().stream().sorted(Comparator.reverseOrder()).toList();

        long best = amounts.stream().limit(amounts.size() / 5).mapToLong(Long::longValue).sum();

        long all = amounts.stream().mapToLong(Long::longValue).sum();
        assertThat((double) best / all).isBetween(0.5, 0.95);
    }

    @Test
    void someEventsAreRecordedLongAfterTheyHappened() {
        long late =
                events.stream()
                        .filter(event -> event.occurred().isKnown())
                        .filter(
                                event ->
                                        event.envelope().recordedAtMicros()
                                                        - event.envelope().occurredAtMicros()
                                                > 20 * Timeline.DAY)
                        .count();

        assertThat(late).isPositive().isLessThan(events.size() / 50);
    }

    @Test
    void someTimesAreKnownToTheDayAndSomeNotAtAll() {
        assertThat(events)
                .extracting(event -> event.envelope().quality())
                .contains(TimeQuality.OCCURRED, TimeQuality.DAY, TimeQuality.UNKNOWN);
    }

    @Test
    void voidsComeBeforeAndAfterTheirTargets() {
        Map<String, Integer> places = new TreeMap<>();
        for (int place = 0; place < events.size(); place++) {
            places.put(events.get(place).envelope().id(), place);
        }
        List<Integer> distances =
                events.stream()
                        .filter(TrainingEvent.class::isInstance)
                        .map(TrainingEvent.class::cast)
                        .filter(TrainingEvent::isVoid)
                        .map(
                                event ->
                                        places.get(event.envelope().id())
                                                - places.get(event.target().id()))
                        .toList();

        assertThat(distances).anyMatch(distance -> distance > 0);
        assertThat(distances).anyMatch(distance -> distance < 0);
    }

    @Test
    void amountsAreInSeveralCurrenciesAndOneHasNoRates() {
        Set<String> currencies = new HashSet<>();
        for (Event event : events) {
            if (event instanceof DealEvent deal && deal.amountMinor() != null) {
                currencies.add(deal.currency());
            }
        }

        assertThat(currencies).containsExactlyInAnyOrder("USD", "EUR", "GBP", "JPY", "CHF");
        assertThat(ExchangeRates.of(LARGE).csv()).contains("JPY,").doesNotContain("CHF");
    }

    @Test
    void theRateFileIsTheOneOfTheTruth() throws IOException {
        Path file = folder.resolve("rates.csv");

        Simulation.writeRates(SMALL, file);

        assertThat(Files.readAllLines(file))
                .startsWith("currency,date,rate", "EUR,2024-09-01,1.080000");
    }

    private static List<Event> all(Simulation simulation) {
        List<Event> all = new ArrayList<>();
        simulation.forEachRemaining(all::add);
        return all;
    }

    private static List<String> names(String family, Enum<?>[] kinds) {
        return Arrays.stream(kinds).map(kind -> family + "." + kind.name()).toList();
    }
}
