package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money in other currencies, in the end in cents of a dollar. */
abstract class MoneyExamples {

    static final List<String> RATES =
            List.of(
                    "currency,date,rate",
                    "EUR,2026-01-01,1.10",
                    "EUR,2026-01-15,1.20",
                    "EUR,2026-02-01,1.25",
                    "EUR,2026-12-31,1.25",
                    "JPY,2026-01-01,0.0075",
                    "JPY,2026-12-31,0.0075");

    static void tell(ExampleEvents events) {
        euros(events, "eve", "100").won("2026-01-14");
        euros(events, "day", "100").won("2026-01-15");
        euros(events, "down", "0.10").won("2026-02-10");
        euros(events, "up", "0.30").won("2026-02-10");
        events.deal("yen").in("JPY").created("2026-01-05", "yen", "1000").won("2026-01-10");
        events.deal("francs").in("CHF").created("2026-01-05", "mixed", "70").won("2026-01-10");
        events.deal("dollars").created("2026-01-05", "mixed", "30").won("2026-01-10");
        events.deal("too-early").in("EUR").created("2025-11-05", "early", "10").won("2025-12-31");
    }

    private static ExampleDeal euros(ExampleEvents events, String owner, String amount) {
        return events.deal("euros-" + owner).in("EUR").created("2026-01-05", owner, amount);
    }

    @Test
    void theRateIsThatOfTheDayOfTheClose() throws IOException {
        assertThat(wonMinor("eve", "2026-01")).isEqualTo(11_000);
        assertThat(wonMinor("day", "2026-01")).isEqualTo(12_000);
        assertThat(results().deal("euros-day").number("fx_rate")).isEqualTo(1.20);
    }

    @Test
    void theAmountAtCreationIsValuedOnTheDayOfTheCreation() throws IOException {
        assertThat(
                        results()
                                .sum(
                                        "current_rep_month",
                                        Map.of("rep_id", "day", "month", "2026-01-01"),
                                        "created_amount"))
                .isEqualTo(11_000);
    }

    @Test
    void halvesAreRoundedToTheEvenCent() throws IOException {
        // 10 × 1.25 = 12.5 and 30 × 1.25 = 37.5.
        assertThat(wonMinor("down", "2026-02")).isEqualTo(12);
        assertThat(wonMinor("up", "2026-02")).isEqualTo(38);
    }

    @Test
    void aCurrencyWithoutMinorUnitsIsConvertedFromItsWholes() throws IOException {
        // 1,000 × 0.0075 = 7.50 dollars.
        assertThat(wonMinor("yen", "2026-01")).isEqualTo(750);
    }

    @Test
    void withoutARateADealIsKeptOutOfMoneyAndNotOutOfCounts() throws IOException {
        Shown january = results().rep("mixed", "2026-01");

        assertThat(january.number("deals_won")).isEqualTo(2);
        assertThat(january.number("won_amount_minor")).isEqualTo(3_000);
        assertThat(january.number("avg_deal_amount_minor")).isEqualTo(3_000);
        assertThat(results().deal("francs").columns().path("flags")).hasToString("[\"no_rate\"]");
        assertThat(results().deal("francs").number("reporting_minor")).isNull();
    }

    @Test
    void aDayBeforeTheFirstRateHasNone() throws IOException {
        assertThat(results().rep("early", "2025-12").number("deals_won")).isEqualTo(1);
        assertThat(results().rep("early", "2025-12").number("avg_deal_amount_minor")).isNull();
        assertThat(results().deal("too-early").columns().path("flags"))
                .hasToString("[\"no_rate\"]");
    }

    private static double wonMinor(String rep, String month) throws IOException {
        return results().rep(rep, month).number("won_amount_minor");
    }
}
