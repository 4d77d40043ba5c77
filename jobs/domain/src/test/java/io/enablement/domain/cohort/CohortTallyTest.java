package io.enablement.domain.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Month;
import io.enablement.domain.rep.Tally;
import org.junit.jupiter.api.Test;

final class CohortTallyTest {

    private static final CohortMonth MARCH =
            new CohortMonth(
                    new Cohort("p-1", "completed", "2026-01"),
                    "project",
                    Month.of(2026, 3).index());

    @Test
    void addsUpChangesInAnyOrder() {
        CohortTally won = change(Part.WON, 1);
        CohortTally lost = change(Part.LOST, 1);
        CohortTally lostTakenBack = change(Part.LOST, -1);

        assertThat(lost.plus(won).plus(lostTakenBack))
                .isEqualTo(lostTakenBack.plus(lost).plus(won))
                .isEqualTo(won);
    }

    @Test
    void isNothingWhereAllIsTakenBack() {
        assertThat(change(Part.WON, 1).plus(change(Part.WON, -1)).tally().isZero()).isTrue();
    }

    private static CohortTally change(Part part, long amount) {
        return new CohortTally(MARCH, Tally.NONE.plus(part, 0, amount));
    }
}
