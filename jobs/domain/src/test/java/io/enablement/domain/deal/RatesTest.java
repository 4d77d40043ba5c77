package io.enablement.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RatesTest {

    private static final LocalDate JAN_5 = LocalDate.of(2026, 1, 5);
    private static final LocalDate JAN_12 = LocalDate.of(2026, 1, 12);

    private static final Rates RATES =
            new Rates(
                    "USD",
                    Map.of(
                            "EUR", rates("1.25", "1.5"),
                            "JPY", rates("0.0065", "0.007")));

    @Test
    void theReportingCurrencyNeedsNoRate() {
        assertThat(RATES.value(price(100, "USD"), LocalDate.of(1990, 1, 1)))
                .contains(new Valued(100, 1));
    }

    @Test
    void takesTheRateOfTheDay() {
        assertThat(RATES.value(price(1_000, "EUR"), JAN_5)).contains(new Valued(1_250, 1.25));
        assertThat(RATES.value(price(1_000, "EUR"), JAN_12)).contains(new Valued(1_500, 1.5));
    }

    @Test
    void aDayWithoutARateTakesTheRateBefore() {
        assertThat(RATES.value(price(1_000, "EUR"), JAN_12.minusDays(1)))
                .contains(new Valued(1_250, 1.25));
    }

    @Test
    void roundsHalvesToTheEvenNeighbour() {
        // 1.25 × 2, 6, 10 cents = 2.5, 7.5, 12.5 cents
        assertThat(minor(2)).isEqualTo(2);
        assertThat(minor(6)).isEqualTo(8);
        assertThat(minor(10)).isEqualTo(12);
    }

    @Test
    void respectsCurrenciesWithoutMinorUnits() {
        // 1,000 yen × 0.0065 = 6.50 dollars
        assertThat(RATES.value(price(1_000, "JPY"), JAN_5)).contains(new Valued(650, 0.0065));
    }

    @Test
    void aDayOutsideOfTheFileIsNotCovered() {
        assertThat(RATES.value(price(1_000, "EUR"), JAN_5.minusDays(1))).isEmpty();
        assertThat(RATES.value(price(1_000, "EUR"), JAN_12.plusDays(1))).isEmpty();
    }

    @Test
    void aCurrencyThatIsNotInTheFileIsNotCovered() {
        assertThat(RATES.value(price(1_000, "GBP"), JAN_5)).isEmpty();
    }

    @Test
    void withoutAPriceThereIsNoValue() {
        assertThat(RATES.value(Price.NONE, JAN_5)).isEmpty();
    }

    @Test
    void areOneTextHoweverTheyWereWritten() {
        Rates others = new Rates("USD", Map.of("EUR", rates("1.250", "1.50")));

        assertThat(others.text()).isEqualTo("USD\nEUR,2026-01-05,1.25\nEUR,2026-01-12,1.5\n");
    }

    private static long minor(long cents) {
        return RATES.value(price(cents, "EUR"), JAN_5).orElseThrow().amountMinor();
    }

    private static Price price(long minor, String currency) {
        return new Price(true, minor, currency);
    }

    private static TreeMap<LocalDate, BigDecimal> rates(String onJan5, String onJan12) {
        return new TreeMap<>(
                Map.of(JAN_5, new BigDecimal(onJan5), JAN_12, new BigDecimal(onJan12)));
    }
}
