package io.enablement.impact.leading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.TestHistory;
import org.junit.jupiter.api.Test;

final class ForesightTest {

    /** y = 2x in two months of ten pairs: the second month is predicted without error. */
    @Test
    void aLineIsForeseen() {
        Foresight foresight = new Foresight();
        for (int month = 0; month < 2; month++) {
            for (int x = 1; x <= 10; x++) {
                foresight.add(x, 2 * x);
            }
            foresight.nextMonth();
        }

        assertThat(foresight.pairs()).isEqualTo(20);
        assertThat(foresight.predicted()).isEqualTo(10);
        assertThat(foresight.slope()).isCloseTo(2, within(1e-12));
        assertThat(foresight.correlation()).isCloseTo(1, within(1e-12));
        assertThat(foresight.skill()).isCloseTo(1, within(1e-12));
        assertThat(foresight.meanError()).isCloseTo(0, within(1e-9));
    }

    /**
     * x is 0 or 1 and y the same until the second month turns it round: each prediction misses by
     * 1, the mean ½ by ½. 1 − 1² ÷ ½² = −3.
     */
    @Test
    void skillBelowZeroIsWorseThanTheMean() {
        Foresight foresight = new Foresight();
        for (int pair = 0; pair < 10; pair++) {
            foresight.add(pair % 2, pair % 2);
        }
        foresight.nextMonth();
        for (int pair = 0; pair < 10; pair++) {
            foresight.add(pair % 2, 1 - pair % 2);
        }

        assertThat(foresight.skill()).isCloseTo(-3, within(1e-12));
        assertThat(foresight.meanError()).isCloseTo(1, within(1e-12));
        assertThat(foresight.correlation()).isCloseTo(0, within(1e-12));
    }

    /** r = 0.8 of (1,1) (2,2) (3,4) (4,3); Fisher: artanh 0.8 = 1.0986, ± 1.96 ÷ √1. */
    @Test
    void theCorrelationHasFishersInterval() {
        Foresight foresight = new Foresight();
        foresight.add(1, 1);
        foresight.add(2, 2);
        foresight.add(3, 4);
        foresight.add(4, 3);

        assertThat(foresight.correlation()).isCloseTo(.8, within(1e-12));
        assertThat(foresight.correlationLow())
                .isCloseTo(Math.tanh(1.0986122887 - 1.9599639845), within(1e-9));
        assertThat(foresight.correlationHigh())
                .isCloseTo(Math.tanh(1.0986122887 + 1.9599639845), within(1e-9));
    }

    @Test
    void whatNeverVariesForeseesNothing() {
        Foresight foresight = new Foresight();
        foresight.add(1, 1);
        foresight.add(1, 2);

        assertThat(foresight.correlation()).isNaN();
        assertThat(foresight.slope()).isNaN();
        assertThat(foresight.skill()).isNaN();
    }

    /** Uses 3, 1, 0, … from January on, deals 3, 1, 0, … from February on, for each of two reps. */
    @Test
    void theLaggingMetricIsThatOfOneCycleLater() {
        int jan = TestHistory.JAN;
        TestHistory history = new TestHistory("ann", "bob");
        for (String rep : new String[] {"ann", "bob"}) {
            history.works(rep, "2025-01-01")
                    .uses(rep, "p", jan, 3)
                    .uses(rep, "p", jan + 1, 1)
                    .closes(rep, jan + 1, 3, 0)
                    .closes(rep, jan + 2, 1, 0);
        }

        LeadingToLagging found =
                LeadingToLagging.of(
                                history.months(Outcome.DEALS_WON),
                                new int[] {0, 1},
                                history.history().activities())
                        .get(0);

        assertThat(found.leading()).isEqualTo(LeadingMetric.CONTENT_USES);
        assertThat(found.lagMonths()).isOne();
        assertThat(found.foresight().pairs()).isEqualTo(10);
        assertThat(found.foresight().correlation()).isCloseTo(1, within(1e-12));
    }
}
