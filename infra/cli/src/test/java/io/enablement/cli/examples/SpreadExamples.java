package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.LAST_QUARTER;
import static io.enablement.cli.examples.MetricExamplesIT.THIS_QUARTER;
import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How much depends on a few, and how far the period has come. */
abstract class SpreadExamples {

    private static final Offset<Double> EXACTLY = within(1e-9);

    /** Of four, one has no deal at all and one has lost. */
    static void tell(ExampleEvents events) {
        for (String rep : new String[] {"idle", "losing", "winning", "champion"}) {
            events.rep(rep).hired("2024-01-01", "unequal");
        }
        events.deal("unequal-1").created("2026-01-05", "losing", "500").lost("2026-01-20");
        events.deal("unequal-2").created("2026-01-05", "winning", "100").won("2026-01-20");
        events.deal("unequal-3").created("2026-01-05", "champion", "300").won("2026-01-20");
        events.deal("unequal-4").created("2026-01-05", "champion", "300").lost("2026-02-20");
        events.rep("steady")
                .quota("2026-01-02", LAST_QUARTER, "1000")
                .quota("2026-04-02", THIS_QUARTER, "91000")
                .quota("2026-04-02", "2026-Q2", "1000");
        events.deal("steady-1").created("2026-01-05", "steady", "800").won("2026-02-20");
        events.deal("steady-2").created("2026-01-05", "steady", "45250").won("2026-05-20");
    }

    @Test
    void giniCountsRepsWhoWonNothing() throws IOException {
        // 0, 0, 100, 300: Σ(2i − 5)x = 1 × 100 + 3 × 300 = 1,000; 4 × 400 = 1,600.
        assertThat(results().team("unequal", "2026-01").number("gini_won_amount"))
                .isCloseTo(1_000.0 / 1_600, EXACTLY);
    }

    @Test
    void giniOfNothingIsUnknown() throws IOException {
        assertThat(results().team("unequal", "2026-02").number("gini_won_amount")).isNull();
    }

    @Test
    void paceIsAttainmentByTheShareOfThePeriodThatIsOver() throws IOException {
        // 30 + 31 + 29 days and noon in Berlin, of 91: 45,250 ÷ 91,000 ÷ (90.5 ÷ 91) = 0.5.
        assertThat(results().rep("steady", THIS_QUARTER).number("pace")).isCloseTo(0.5, EXACTLY);
    }

    @Test
    void paceOfAPeriodThatIsOverIsItsAttainment() throws IOException {
        assertThat(results().rep("steady", LAST_QUARTER).number("pace")).isCloseTo(0.8, EXACTLY);
    }

    @Test
    void aPeriodThatHasNotBegunHasNoPace() throws IOException {
        assertThat(results().rep("steady", "2026-Q2").number("quota_attainment")).isZero();
        assertThat(results().rep("steady", "2026-Q2").number("pace")).isNull();
    }
}
