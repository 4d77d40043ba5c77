package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Stages A, B and C: who went further, and how long it took. */
abstract class StageExamples {

    private static final Offset<Double> EXACTLY = within(1e-9);

    static void tell(ExampleEvents events) {
        inA(events, "straight")
                .enters("2026-01-15", "B", 2)
                .enters("2026-01-25", "C", 3)
                .won("2026-02-04");
        inA(events, "skipping").enters("2026-01-20", "C", 3).lost("2026-01-30");
        inA(events, "stopped").lost("2026-01-15");
        inA(events, "at-once").won("2026-01-25");
        events.deal("stage-backwards")
                .createdIn("B", 2, "2026-01-05", "stager")
                .enters("2026-01-10", "A", 1)
                .lost("2026-01-20");
    }

    private static ExampleDeal inA(ExampleEvents events, String name) {
        return events.deal("stage-" + name).createdIn("A", 1, "2026-01-05", "stager");
    }

    @Test
    void goingFurtherIsAnyMoreAdvancedStageOrTheWin() throws IOException {
        // Five entered A: one went on to B, one skipped it for C, one was won at once.
        Shown january = results().stage("stager", "A", "2026-01");

        assertThat(january.number("stage_entered")).isEqualTo(5);
        assertThat(january.number("stage_conversion")).isCloseTo(3.0 / 5, EXACTLY);
    }

    @Test
    void goingBackIsNoConversion() throws IOException {
        Shown january = results().stage("stager", "B", "2026-01");

        assertThat(january.number("stage_entered")).isEqualTo(2);
        assertThat(january.number("stage_conversion")).isCloseTo(1.0 / 2, EXACTLY);
    }

    @Test
    void theLastStageConvertsIntoWins() throws IOException {
        assertThat(results().stage("stager", "C", "2026-01").number("stage_conversion"))
                .isCloseTo(1.0 / 2, EXACTLY);
    }

    @Test
    void timesInAStageHaveMedianMeanAndP90() throws IOException {
        // In A for 10, 15, 10, 20 and 10 days.
        Shown january = results().stage("stager", "A", "2026-01");

        assertThat(january.number("stage_days_latest_median")).isCloseTo(10, EXACTLY);
        assertThat(january.number("stage_days_latest_mean")).isCloseTo(65.0 / 5, EXACTLY);
        assertThat(january.number("stage_days_latest_p90")).isCloseTo(15 + 0.6 * 5, EXACTLY);
    }

    @Test
    void theReopenedDealHasALatestAndACumulativeTime() throws IOException {
        Shown february = results().stage("persistent", "B", "2026-02");

        assertThat(february.number("stage_days_latest_mean")).isCloseTo(10, EXACTLY);
        assertThat(february.number("stage_days_cumulative_mean")).isCloseTo(20, EXACTLY);
        assertThat(february.number("stage_days_cumulative_median")).isCloseTo(20, EXACTLY);
    }

    @Test
    void theReopenedDealEnteredTheStageOnceAndWentFurther() throws IOException {
        Shown january = results().stage("persistent", "B", "2026-01");

        assertThat(january.number("stage_entered")).isEqualTo(1);
        assertThat(january.number("stage_conversion")).isEqualTo(1);
        assertThat(results().stage("persistent", "B", "2026-02").number("stage_conversion"))
                .isNull();
    }
}
