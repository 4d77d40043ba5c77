package io.enablement.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.bench.Plan.Cost;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final long EVENTS = 1_000_000;
    private static final int ROUNDS = 3;

    /** 8 seconds, 22 and 4 for a run over everything. */
    private static final Map<Lane, Cost> COSTS =
            Map.of(
                    Lane.CEILING, new Cost(2, 6e-6),
                    Lane.LEDGERS, new Cost(2, 20e-6),
                    Lane.DUCKDB, new Cost(2, 2e-6));

    @Test
    void letsEverybodyReadEverythingWhereTimeSuffices() {
        Plan plan = Plan.of(COSTS, EVENTS, ROUNDS, 102); // 3 × (8 + 22 + 4)

        assertThat(plan.divisors().values()).containsOnly(1);
        assertThat(plan.events(Lane.LEDGERS, EVENTS)).isEqualTo(EVENTS);
    }

    @Test
    void takesFromWhomARunTakesLongest() {
        Plan plan = Plan.of(COSTS, EVENTS, ROUNDS, 72); // 3 × (8 + 12 + 4)

        assertThat(plan.divisor(Lane.LEDGERS)).isEqualTo(2);
        assertThat(plan.divisor(Lane.CEILING)).isEqualTo(1);
        assertThat(plan.events(Lane.LEDGERS, EVENTS)).isEqualTo(EVENTS / 2);
    }

    @Test
    void takesAgainFromWhoIsStillTheLongest() {
        Plan plan = Plan.of(COSTS, EVENTS, ROUNDS, 57); // 3 × (8 + 7 + 4)

        assertThat(plan.divisor(Lane.LEDGERS)).isEqualTo(4);
        assertThat(plan.secondsOfRound(COSTS, EVENTS)).isEqualTo(19);
    }

    @Test
    void leavesAnEighthAtLeast() {
        Plan plan = Plan.of(COSTS, EVENTS, ROUNDS, 1);

        assertThat(plan.divisors().values()).containsOnly(8);
    }

    @Test
    void neverCutsWhatIsMeasuredOverGrowth() {
        Plan plan = Plan.of(Map.of(Lane.SIXTEEN_TIMES, new Cost(2, 1e-3)), EVENTS, ROUNDS, 1);

        assertThat(plan.divisor(Lane.SIXTEEN_TIMES)).isEqualTo(1);
    }

    @Test
    void namesWhatIsRead() {
        assertThat(Plan.words(1)).isEqualTo("all events");
        assertThat(Plan.words(4)).isEqualTo("a quarter of the events");
    }
}
