package io.enablement.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

final class SimulationSettingsTest {

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(
                        () ->
                                new SimulationSettings(
                                        7,
                                        121,
                                        1,
                                        YearMonth.of(1999, 1),
                                        0,
                                        -1,
                                        13,
                                        new DisorderProfile(0, 1.5, -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        """
                        reps is not between 8 and 100000
                        months is not between 6 and 120
                        lastMonth is not between 2000 and 2100
                        dealsPerMonth is not above 0 and up to 100
                        contentUsesPerMonth is not between 0 and 1000
                        fiscalYearStart is not between 1 and 12
                        buffer is not between 1 and 10000000
                        duplicates is not between 0 and 1
                        conflicts is not between 0 and 1\
                        """);
    }

    @Test
    void standardSettingsEndInAugust2026() {
        assertThat(SimulationSettings.standard(100, 24, 5))
                .isEqualTo(
                        new SimulationSettings(
                                100,
                                24,
                                5,
                                YearMonth.of(2026, 8),
                                3,
                                8,
                                1,
                                new DisorderProfile(200, 0.005, 0)));
    }

    @Test
    void volumeSettingsAreTenThousandBusyReps() {
        assertThat(SimulationSettings.volume(5))
                .isEqualTo(
                        new SimulationSettings(
                                10_000,
                                36,
                                5,
                                YearMonth.of(2026, 8),
                                6,
                                40,
                                1,
                                new DisorderProfile(200, 0.005, 0)));
    }

    @Test
    void theSmallestOrganisationCanBeSimulated() {
        Simulation simulation = Simulation.of(SimulationSettings.standard(8, 6, 1));

        assertThat(simulation).hasNext();
        simulation.forEachRemaining(event -> {});
    }
}
