package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.LAST_QUARTER;
import static io.enablement.cli.examples.MetricExamplesIT.THIS_QUARTER;
import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What was created, how far it came, and what is still open. */
abstract class PipelineExamples {

    static void tell(ExampleEvents events) {
        tellConversion(events);
        events.deal("pipe-1").created("2026-01-05", "piper", "100").worth("2026-02-05", "999");
        events.deal("pipe-2").created("2026-01-06", "piper", "200").lost("2026-02-06");
        events.deal("pipe-3").created("2026-01-07", "piper");
        events.rep("covered").quota("2026-04-02", THIS_QUARTER, "900");
        open(events, "due", "covered", "100")
                .expected("2026-01-06", "2026-05-15")
                .worth("2026-02-05", "300");
        open(events, "inherited", "giver", "150")
                .expected("2026-01-06", "2026-06-15")
                .goesTo("2026-02-06", "covered");
        open(events, "postponed", "covered", "70")
                .expected("2026-01-06", "2026-05-15")
                .expected("2026-02-06", "2026-07-15");
        open(events, "closed", "covered", "80")
                .expected("2026-01-06", "2026-05-15")
                .won("2026-02-07");
        open(events, "undated", "covered", "90");
    }

    /** Four created in January, three qualified in the end, one of them won. */
    private static void tellConversion(ExampleEvents events) {
        open(events, "early-1", "converting", "1")
                .qualified("2026-01-10", "WORK")
                .won("2026-03-05");
        open(events, "early-2", "converting", "1").qualified("2026-01-10", "WORK");
        open(events, "early-3", "converting", "1")
                .qualified("2026-01-10", "DEFERRED")
                .qualified("2026-03-10", "WORK");
        open(events, "early-4", "converting", "1").qualified("2026-01-10", "DEFERRED");
    }

    private static ExampleDeal open(
            ExampleEvents events, String name, String owner, String amount) {
        return events.deal("open-" + name).created("2026-01-05", owner, amount);
    }

    @Test
    void earlyConversionIsFromCreationToQualification() throws IOException {
        assertThat(results().rep("converting", "2026-01").number("early_conversion"))
                .isEqualTo(3.0 / 4);
    }

    @Test
    void lateConversionIsFromQualificationToTheWin() throws IOException {
        assertThat(results().rep("converting", "2026-01").number("late_conversion"))
                .isEqualTo(1.0 / 2);
        assertThat(results().rep("converting", "2026-03").number("late_conversion")).isZero();
        assertThat(results().rep("converting", "2026-03").number("early_conversion")).isNull();
    }

    @Test
    void thePipelineIsCreatedWithTheAmountsOfTheCreation() throws IOException {
        Shown january = results().rep("piper", "2026-01");

        assertThat(january.number("pipeline_created")).isEqualTo(3);
        assertThat(january.number("pipeline_created_minor")).isEqualTo(10_000 + 20_000);
    }

    @Test
    void coverageIsTheOpenPipelineDueInThePeriodByTheQuota() throws IOException {
        Shown quarter = results().rep("covered", THIS_QUARTER);

        assertThat(quarter.number("deals_due")).isEqualTo(2);
        assertThat(quarter.number("pipeline_due_minor")).isEqualTo(30_000 + 15_000);
        assertThat(quarter.number("coverage")).isEqualTo((300.0 + 150) / 900);
    }

    @Test
    void withoutQuotaThereIsNoCoverage() throws IOException {
        assertThat(results().rep("covered", "2026-Q2").number("pipeline_due_minor"))
                .isEqualTo(7_000);
        assertThat(results().rep("covered", "2026-Q2").number("coverage")).isNull();
        assertThat(results().rep("covered", LAST_QUARTER).number("coverage")).isNull();
    }
}
