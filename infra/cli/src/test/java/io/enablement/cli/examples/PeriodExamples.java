package io.enablement.cli.examples;

import static io.enablement.cli.examples.ExampleDeal.many;
import static io.enablement.cli.examples.MetricExamplesIT.LAST_QUARTER;
import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Months by the company's clock, quarters and years by its fiscal calendar. */
abstract class PeriodExamples {

    static void tell(ExampleEvents events) {
        events.deal("quarter-won").created("2025-12-05", "sums").won("2026-01-20");
        many(events, "quarter-lost", 9)
                .forEach(deal -> deal.created("2025-12-05", "sums").lost("2026-02-20"));
        events.deal("next-year").created("2025-12-05", "sums").won("2026-04-01");
        events.deal("midnight")
                .created("2026-01-05", "nightly")
                .tell("WON", "2026-01-31T23:00:00Z", Map.of());
        events.deal("moment-before")
                .created("2026-01-05", "nightly")
                .tell("WON", "2026-01-31T22:59:59.999999Z", Map.of());
    }

    @Test
    void aQuarterIsTheSumOfItsMonthsAndNoMeanOfTheirRates() throws IOException {
        double meanOfRates = (1.0 / 1 + 0.0 / 9) / 2;

        assertThat(results().rep("sums", LAST_QUARTER).number("close_rate_count"))
                .isCloseTo(1.0 / 10, within(1e-9))
                .isNotCloseTo(meanOfRates, within(0.1));
    }

    @Test
    void theFiscalYearEndsInMarch() throws IOException {
        Shown year = results().rep("sums", "2025");

        assertThat(year.text("period_start")).isEqualTo("2025-04-01");
        assertThat(year.text("period_end")).isEqualTo("2026-04-01");
        assertThat(year.number("deals_won")).isEqualTo(1);
        assertThat(results().rep("sums", "2026-Q1").number("deals_won")).isEqualTo(1);
        assertThat(results().rep("sums", "all").number("deals_won")).isEqualTo(2);
    }

    @Test
    void aMonthStartsAtMidnightOfTheCompanysClock() throws IOException {
        assertThat(results().rep("nightly", "2026-01").number("deals_won")).isEqualTo(1);
        assertThat(results().rep("nightly", "2026-02").number("deals_won")).isEqualTo(1);
    }
}
