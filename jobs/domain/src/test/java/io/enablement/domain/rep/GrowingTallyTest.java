package io.enablement.domain.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.deal.Part;
import org.junit.jupiter.api.Test;

class GrowingTallyTest {

    private static final Tally WON = Tally.NONE.plus(Part.WON, 0, 1);
    private static final Tally CYCLES =
            Tally.NONE.plus(Part.WON_CYCLE_DAYS, 30, 2).plus(Part.COMPLETION_DAYS, 7, 1);
    private static final Tally TAKEN_BACK =
            Tally.NONE.plus(Part.WON_CYCLE_DAYS, 30, -2).plus(Part.WON, 0, -1);

    @Test
    void addsUpChangesInAnyOrder() {
        Tally sum = new GrowingTally().add(TAKEN_BACK).add(CYCLES).add(WON).tally();

        assertThat(sum)
                .isEqualTo(new GrowingTally().add(WON).add(TAKEN_BACK).add(CYCLES).tally())
                .isEqualTo(Tally.NONE.plus(Part.COMPLETION_DAYS, 7, 1));
    }

    @Test
    void goesOnFromWhatWasPacked() {
        Tally sum = GrowingTally.unpack(WON.plus(CYCLES).pack()).add(TAKEN_BACK).tally();

        assertThat(sum).isEqualTo(WON.plus(CYCLES).plus(TAKEN_BACK));
    }

    @Test
    void isNothingWhereAllIsTakenBack() {
        assertThat(new GrowingTally().add(WON).add(WON.negated()).tally().isZero()).isTrue();
    }
}
