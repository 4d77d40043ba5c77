package io.enablement.domain.metric;

import static io.enablement.domain.Times.DAY_MICROS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.domain.deal.Part;
import io.enablement.domain.rep.Tally;
import org.junit.jupiter.api.Test;

final class VelocityTest {

    /** 40 closed, a quarter of them won at 25,000 on average, after 90 days on average. */
    private static final Tally QUARTER =
            Tally.NONE
                    .plus(Part.WON, 0, 10)
                    .plus(Part.LOST, 0, 30)
                    .plus(Part.WON_PRICED, 0, 10)
                    .plus(Part.WON_AMOUNT, 0, 10 * 25_000)
                    .plus(Part.WON_CYCLES, 0, 10)
                    .plus(Part.WON_CYCLE_MICROS, 0, 10 * 90 * DAY_MICROS);

    @Test
    void salesVelocityIsMoneyPerDay() {
        // 40 × 25,000 × 0.25 ÷ 90
        assertThat(SalesVelocity.of(QUARTER).value().orElseThrow())
                .isEqualTo(2_777.78, within(0.005));
    }

    @Test
    void salesVelocityIsUnknownUntilSomethingIsWon() {
        assertThat(SalesVelocity.of(Tally.NONE).value()).isEmpty();
        assertThat(SalesVelocity.of(Tally.NONE.plus(Part.LOST, 0, 5)).value()).isEmpty();
    }

    @Test
    void salesVelocityIsUnknownWhereWonDealsTookNoTime() {
        Tally atOnce = QUARTER.plus(Part.WON_CYCLE_MICROS, 0, -10 * 90 * DAY_MICROS);

        assertThat(SalesVelocity.of(atOnce).value()).isEmpty();
    }

    @Test
    void salesVelocityAddsUpItsPartsAndNotItsValues() {
        SalesVelocity twice = SalesVelocity.of(QUARTER).plus(SalesVelocity.of(QUARTER));

        // 80 × 25,000 × 0.25 ÷ 90
        assertThat(twice).isEqualTo(SalesVelocity.of(QUARTER.plus(QUARTER)));
        assertThat(twice.value().orElseThrow()).isEqualTo(5_555.56, within(0.005));
        assertThat(SalesVelocity.NONE.plus(SalesVelocity.of(QUARTER)))
                .isEqualTo(SalesVelocity.of(QUARTER));
    }

    @Test
    void realisedVelocityIsTheWonAmountOverTheDaysOfThePeriod() {
        assertThat(RealisedVelocity.of(QUARTER).value(100)).hasValue(2_500); // 250,000 ÷ 100
    }

    @Test
    void realisedVelocityIsZeroWhereNothingWasWonAndUnknownWithoutDays() {
        assertThat(RealisedVelocity.NONE.value(90)).hasValue(0);
        assertThat(RealisedVelocity.of(QUARTER).value(0)).isEmpty();
    }

    @Test
    void realisedVelocityAddsUpAmounts() {
        RealisedVelocity velocity = RealisedVelocity.of(QUARTER);

        assertThat(velocity.plus(velocity)).isEqualTo(RealisedVelocity.of(QUARTER.plus(QUARTER)));
    }
}
