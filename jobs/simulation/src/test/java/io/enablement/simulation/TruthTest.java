package io.enablement.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Event;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TruthTest {

    private static final Truth.Arrivals NOT_COUNTED = new Truth.Arrivals(0, 0, 0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void partsOfRepsAndMonthsAreThoseThatTheFoldsGive(long seed) {
        SimulationSettings settings =
                SimulationSettings.standard(60, 18, seed).withFiscalYearStart((int) seed);
        Simulation simulation = Simulation.of(settings);

        Replay replay = new Replay(settings).all(simulation);

        assertThat(repMonths(simulation.truth(NOT_COUNTED))).isEqualTo(replay.repMonths());
    }

    @Test
    void partsOfMonthsAndDealTypesAreThoseThatTheFoldsGive() {
        SimulationSettings settings = SimulationSettings.standard(60, 18, 6);
        Simulation simulation = Simulation.of(settings);

        Replay replay = new Replay(settings).all(simulation);

        assertThat(dealMonths(simulation.truth(NOT_COUNTED))).isEqualTo(replay.dealMonths());
    }

    @Test
    void partsOfRepsAndProgrammesAreThoseThatTheFoldsGive() {
        SimulationSettings settings = SimulationSettings.standard(300, 24, 8);
        Simulation simulation = Simulation.of(settings);

        Replay replay = new Replay(settings).all(simulation);

        assertThat(programmeMonths(simulation.truth(NOT_COUNTED)))
                .isEqualTo(replay.programmeMonths());
    }

    @Test
    void everyPartIsBooked() {
        Simulation simulation = Simulation.of(SimulationSettings.standard(300, 24, 9));
        simulation.forEachRemaining(event -> {});

        Set<String> booked = new TreeSet<>();
        simulation
                .truth(NOT_COUNTED)
                .repMonths()
                .forEach(row -> booked.addAll(row.parts().keySet()));

        assertThat(booked)
                .containsExactlyInAnyOrderElementsOf(Part.SUMS.stream().map(Part::column).toList());
    }

    @Test
    void severeDisorderChangesNoNumber() {
        SimulationSettings settings =
                SimulationSettings.standard(60, 18, 4).withDisorder(DisorderProfile.SEVERE);
        Simulation simulation = Simulation.of(settings);
        Iterator<Event> arrivals = new Disorder(simulation, settings.disorder(), settings.seed());

        Replay replay = new Replay(settings).all(arrivals);

        assertThat(repMonths(simulation.truth(NOT_COUNTED))).isEqualTo(replay.repMonths());
    }

    @Test
    void exposuresAreThoseThatTheFoldsGive() {
        SimulationSettings settings = SimulationSettings.standard(300, 24, 5);
        Simulation simulation = Simulation.of(settings);

        Replay replay = new Replay(settings).all(simulation);

        List<Truth.ExposureTruth> folded =
                replay.exposures().stream()
                        .map(
                                each ->
                                        new Truth.ExposureTruth(
                                                each.repId(),
                                                each.programmeId(),
                                                each.basis(),
                                                each.cohort()))
                        .toList();
        assertThat(simulation.truth(NOT_COUNTED).exposures())
                .containsExactlyInAnyOrderElementsOf(folded);
    }

    private static Map<String, Long> repMonths(Truth truth) {
        Map<String, Long> sums = new TreeMap<>();
        for (Truth.RepMonth row : truth.repMonths()) {
            put(sums, row.repId() + " " + row.month(), row.parts());
        }
        return sums;
    }

    private static Map<String, Long> dealMonths(Truth truth) {
        Map<String, Long> sums = new TreeMap<>();
        for (Truth.DealMonth row : truth.dealMonths()) {
            put(sums, row.month() + " " + row.dealType(), row.parts());
        }
        return sums;
    }

    private static Map<String, Long> programmeMonths(Truth truth) {
        Map<String, Long> sums = new TreeMap<>();
        for (Truth.ProgrammeMonth row : truth.programmeMonths()) {
            put(sums, row.repId() + " " + row.programmeId() + " " + row.month(), row.parts());
        }
        return sums;
    }

    private static void put(Map<String, Long> sums, String place, Map<String, Long> parts) {
        parts.forEach((part, amount) -> sums.put(place + " " + part, amount));
    }
}
