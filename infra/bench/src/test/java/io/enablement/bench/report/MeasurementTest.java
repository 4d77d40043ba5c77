package io.enablement.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.bench.report.Measurement.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private final Measurement measurement = new Measurement();

    @Test
    void countsEventsASecondAndMicrosecondsOfEachEvent() {
        measurement.add(run(1_000_000, Map.of()));

        assertThat(measurement.rate().values()).containsExactly(250_000.0); // 1,000,000 / 4 s
        assertThat(measurement.cpuMicros().values()).containsExactly(6.0); // 6 s / 1,000,000
        assertThat(measurement.engineMicros().values()).containsExactly(2.0);
        assertThat(measurement.brokerMicros().values()).containsExactly(1.0);
    }

    @Test
    void addsUpExtrasOfOneKind() {
        measurement.add(run(100, Map.of("rows deal", 30.0, "rows ledger", 20.0, "seconds", 9.0)));

        assertThat(measurement.extraPerEvent("rows ").values()).containsExactly(0.5);
    }

    /** A tenth of a million costs 1.5 s, the other nine tenths 4.5 s: 5 µs each. */
    @Test
    void leavesOutWhatComesWithARunWhateverItsSize() {
        measurement.add(run(1_000_000, Map.of("micros of a tenth", 1_500_000.0)));

        assertThat(measurement.marginalMicros("micros of a tenth", 0.1).values())
                .containsExactly(5.0);
    }

    @Test
    void keepsTheOrderOfTheRuns() {
        measurement.add(run(4, Map.of()));
        measurement.add(run(8, Map.of()));

        assertThat(measurement.rate().values()).containsExactly(1.0, 2.0);
    }

    /** Four seconds, in which the contestant used 6, ClickHouse 2 and the broker 1 of CPU. */
    private static Run run(long events, Map<String, Double> extras) {
        return new Run(events, 4, 6, 2, 1, extras);
    }
}
