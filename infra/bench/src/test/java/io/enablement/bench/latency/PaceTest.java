package io.enablement.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLI = 1_000_000;
    private static final Pace FOUR_A_SECOND = new Pace(4);

    @Test
    void spacesEventsEvenly() {
        assertThat(FOUR_A_SECOND.dueNanos(0)).isZero();
        assertThat(FOUR_A_SECOND.dueNanos(1)).isEqualTo(250 * MILLI);
        assertThat(FOUR_A_SECOND.dueNanos(8)).isEqualTo(2_000 * MILLI);
    }

    @Test
    void countsWhatIsDue() {
        assertThat(FOUR_A_SECOND.dueBy(-1)).isZero();
        assertThat(FOUR_A_SECOND.dueBy(0)).isEqualTo(1);
        assertThat(FOUR_A_SECOND.dueBy(249 * MILLI)).isEqualTo(1);
        assertThat(FOUR_A_SECOND.dueBy(1_000 * MILLI)).isEqualTo(5);
    }

    /** An event may not leave before it is due, at any pace. */
    @Test
    void agreesWithItself() {
        Pace odd = new Pace(33_333.3);

        for (long number = 0; number < 10_000; number++) {
            assertThat(odd.dueBy(odd.dueNanos(number))).isGreaterThan(number);
            assertThat(odd.dueBy(odd.dueNanos(number) - 2)).isLessThanOrEqualTo(number);
        }
    }

    @Test
    void refusesToStandStill() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(Double.NaN));
    }
}
