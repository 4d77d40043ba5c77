package io.enablement.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Event;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TruthTest {

    /** The replay does not fold trainings into parts yet. */
    private static final Set<String> OF_TRAININGS =
            EnumSet.range(Part.CONTENT_USES_ON_DEALS, Part.COACHED).stream()
                    .map(Part::column)
                    .collect(Collectors.toSet());

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

    private static void put(Map<String, Long> sums, String place, Map<String, Long> parts) {
        parts.forEach(
                (part, amount) -> {
                    if (!OF_TRAININGS.contains(part)) {
                        sums.put(place + " " + part, amount);
                    }
                });
    }
}
