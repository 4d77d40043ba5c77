package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Quota credit of split deals. */
abstract class CreditExamples {

    static void tell(ExampleEvents events) {
        events.deal("thirds")
                .created("2026-01-05", "third-1", "100.01")
                .split(
                        "2026-01-06",
                        "third-1 REVENUE 3333",
                        "third-2 REVENUE 3333",
                        "third-3 REVENUE 3334")
                .won("2026-01-20");
        events.deal("halves")
                .created("2026-01-05", "half-2", "100.01")
                .split("2026-01-06", "half-2 REVENUE 5000", "half-1 REVENUE 5000")
                .won("2026-01-20");
        events.deal("overlaid")
                .created("2026-01-05", "owning", "100")
                .split("2026-01-06", "owning REVENUE 10000", "helping OVERLAY 2000")
                .won("2026-01-20");
        events.deal("split-late")
                .created("2026-01-05", "selling", "100")
                .won("2026-01-20")
                .split("2026-03-05", "selling REVENUE 6000", "partner REVENUE 4000");
        events.deal("split-in-part")
                .created("2026-01-05", "whole", "100")
                .split("2026-01-06", "whole REVENUE 5000", "part REVENUE 4000")
                .won("2026-01-20");
    }

    @Test
    void revenueSharesMustAddUpToTheWhole() throws IOException {
        assertThat(
                        results()
                                .one("current_dead_letter", Map.of("record_key", "split-in-part"))
                                .text("detail"))
                .isEqualTo("revenue splits total 9000 basis points, not 10000");
        assertThat(credit("whole")).isEqualTo(10_000);
    }

    @Test
    void theLargestRemainderGetsTheLastCent() throws IOException {
        // 10,001 cents: 3,333.33 and 3,333.33 and 3,334.33 (.3333, .3333, .3334): one is left.
        assertThat(credit("third-1")).isEqualTo(3_333);
        assertThat(credit("third-2")).isEqualTo(3_333);
        assertThat(credit("third-3")).isEqualTo(3_335);
    }

    @Test
    void equalRemaindersAreSettledById() throws IOException {
        // 10,001 cents: twice 5,000.5.
        assertThat(credit("half-1")).isEqualTo(5_001);
        assertThat(credit("half-2")).isEqualTo(5_000);
    }

    @Test
    void overlayCreditIsAMeasureOfItsOwn() throws IOException {
        Shown helping = results().rep("helping", "2026-01");

        assertThat(helping.number("overlay_credit_minor")).isEqualTo(2_000);
        assertThat(helping.number("credited_minor")).isZero();
        assertThat(credit("owning")).isEqualTo(10_000);
    }

    @Test
    void countsAndAmountsAreNeverSplit() throws IOException {
        assertThat(results().rep("third-1", "2026-01").number("deals_won")).isEqualTo(1);
        assertThat(results().rep("third-1", "2026-01").number("won_amount_minor"))
                .isEqualTo(10_001);
        assertThat(results().rep("third-2", "2026-01").number("deals_won")).isZero();
    }

    @Test
    void aSplitAfterTheCloseCorrectsTheCloseInItsOwnPeriod() throws IOException {
        assertThat(credit("selling")).isEqualTo(6_000);
        assertThat(credit("partner")).isEqualTo(4_000);
    }

    private static double credit(String rep) throws IOException {
        return results().rep(rep, "2026-01").number("credited_minor");
    }
}
