package io.enablement.cli.examples;

import static io.enablement.cli.examples.ExampleDeal.many;
import static io.enablement.cli.examples.MetricExamplesIT.LAST_QUARTER;
import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Deal velocity: money per day. */
abstract class VelocityExamples {

    /** Of 40 closed deals ten are won, each of 25,000 dollars after 90 days. */
    static void tell(ExampleEvents events) {
        many(events, "fast", 10)
                .forEach(deal -> deal.created("2025-10-05", "velocity", "25000").won("2026-01-03"));
        many(events, "slow", 30)
                .forEach(deal -> deal.created("2025-12-05", "velocity", "1000").lost("2026-01-20"));
    }

    @Test
    void salesVelocityIsTheProductOfItsFourFactors() throws IOException {
        double dollars = 40 * 25_000 * 0.25 / 90;

        assertThat(dollars).isCloseTo(2_777.78, within(0.005));
        assertThat(results().rep("velocity", "2026-01").number("sales_velocity_minor"))
                .isCloseTo(100 * dollars, within(1e-6));
    }

    @Test
    void realisedVelocityIsTheWonAmountByTheDaysOfThePeriod() throws IOException {
        double wonMinor = 10 * 25_000 * 100;

        assertThat(results().rep("velocity", "2026-01").number("realised_velocity_minor"))
                .isCloseTo(wonMinor / 31, within(1e-6));
        assertThat(results().rep("velocity", LAST_QUARTER).number("realised_velocity_minor"))
                .isCloseTo(wonMinor / (31 + 28 + 31), within(1e-6));
    }

    @Test
    void meanAmountIsThatOfWonDeals() throws IOException {
        assertThat(results().rep("velocity", "2026-01").number("avg_deal_amount_minor"))
                .isEqualTo(2_500_000);
    }
}
