package io.enablement.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.bench.report.Quantiles;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DelaysTest {

    private static final long SECOND = 1_000_000_000;

    /** Markers 3 to 5 are due at seconds 3 to 5. */
    @Test
    void countFromWhenAMarkerWasDue() {
        Quantiles delays =
                Delays.of(
                        3,
                        5,
                        marker -> marker * SECOND,
                        Map.of(2L, 60 * SECOND, 3L, 8 * SECOND, 4L, 8 * SECOND, 5L, 8 * SECOND),
                        60 * SECOND);

        assertThat(delays.count()).isEqualTo(3);
        assertThat(delays.at(0.5)).isEqualTo(4); // of 5, 4 and 3
        assertThat(delays.at(1)).isEqualTo(5);
    }

    @Test
    void holdForAMarkerThatWasNeverSeenUntilTheEnd() {
        Quantiles delays =
                Delays.of(0, 1, marker -> marker * SECOND, Map.of(0L, 2 * SECOND), 60 * SECOND);

        assertThat(delays.at(1)).isEqualTo(59);
    }
}
