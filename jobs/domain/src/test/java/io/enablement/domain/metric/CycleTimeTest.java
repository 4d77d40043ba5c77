package io.enablement.domain.metric;

import static io.enablement.domain.Times.DAY_MICROS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.domain.deal.Part;
import io.enablement.domain.rep.Tally;
import org.junit.jupiter.api.Test;

final class CycleTimeTest {

    @Test
    void isTheMedianSoThatOneLongDealDoesNotMoveIt() {
        assertThat(CycleTime.ofWon(won(10, 20, 900)).value()).hasValue(20);
    }

    @Test
    void theMeanKeepsTheFractionsOfDays() {
        Tally tally = wonAfter(DAY_MICROS + DAY_MICROS / 2).plus(wonAfter(2 * DAY_MICROS));

        assertThat(CycleTime.ofWon(tally).mean()).hasValue(1.75); // (1.5 + 2) ÷ 2
    }

    @Test
    void theNinetiethPercentileIsExact() {
        // 1 … 11 days: place 10 × 0.9 = 9, the tenth value
        CycleTime cycle = CycleTime.ofWon(won(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));

        assertThat(cycle.quantile(0.9).orElseThrow()).isEqualTo(10, within(1e-9));
    }

    @Test
    void lostDealsAreMeasuredApart() {
        Tally tally =
                won(10).plus(Part.LOST_CYCLES, 0, 1)
                        .plus(Part.LOST_CYCLE_MICROS, 0, 40 * DAY_MICROS)
                        .plus(Part.LOST_CYCLE_DAYS, 40, 1);

        assertThat(CycleTime.ofWon(tally).value()).hasValue(10);
        assertThat(CycleTime.ofLost(tally).value()).hasValue(40);
        assertThat(CycleTime.ofLost(tally).mean()).hasValue(40);
    }

    @Test
    void isUnknownWithoutDeals() {
        assertThat(CycleTime.NONE.value()).isEmpty();
        assertThat(CycleTime.NONE.mean()).isEmpty();
        assertThat(CycleTime.ofLost(won(10))).isEqualTo(CycleTime.NONE);
    }

    @Test
    void isTheSameAddedUpInAnyOrder() {
        CycleTime one = CycleTime.ofWon(won(10, 20));
        CycleTime other = CycleTime.ofWon(won(20, 30));

        assertThat(one.plus(other))
                .isEqualTo(other.plus(one))
                .isEqualTo(CycleTime.ofWon(won(10, 20, 20, 30)));
    }

    private static Tally won(int... days) {
        Tally tally = Tally.NONE;
        for (int whole : days) {
            tally = tally.plus(wonAfter(whole * DAY_MICROS));
        }
        return tally;
    }

    private static Tally wonAfter(long micros) {
        return Tally.NONE
                .plus(Part.WON_CYCLES, 0, 1)
                .plus(Part.WON_CYCLE_MICROS, 0, micros)
                .plus(Part.WON_CYCLE_DAYS, (int) (micros / DAY_MICROS), 1);
    }
}
