package io.enablement.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FormatTest {

    private static final Format AMERICAN = format(Locale.US, "UTC");
    private static final Format GERMAN = format(Locale.GERMANY, "Europe/Berlin");

    @Test
    void numbersFollowTheLanguage() {
        assertThat(AMERICAN.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(GERMAN.count(1_234_567)).isEqualTo("1.234.567");
        assertThat(AMERICAN.share(0.36124)).isEqualTo("36.1%");
        assertThat(GERMAN.share(0.36124)).isEqualTo("36,1\u00a0%");
    }

    @Test
    void amountsComeInMinorUnits() {
        assertThat(AMERICAN.exactMoney(2_359_710)).isEqualTo("$23,597.10");
        assertThat(AMERICAN.money(2_359_710)).isEqualTo("$23,597");
        assertThat(GERMAN.exactMoney(2_359_710)).isEqualTo("23.597,10\u00a0$");
    }

    @Test
    void anOverviewNeedsThreeDigits() {
        assertThat(AMERICAN.shortMoney(1_234_567_890)).isEqualTo("$12.3M");
        assertThat(AMERICAN.shortMoney(99_900)).isEqualTo("$999");
    }

    @Test
    void aYenHasNoCents() {
        Format yen = new Format(Locale.US, Currency.getInstance("JPY"), ZoneId.of("UTC"));

        assertThat(yen.exactMoney(1_234)).isEqualTo("¥1,234");
    }

    @Test
    void whatCannotBeGivenIsNoZero() {
        assertThat(AMERICAN.share(null)).isEqualTo("–");
        assertThat(AMERICAN.money(null)).isEqualTo("–");
        assertThat(AMERICAN.of(null, "days")).isEqualTo("–");
        assertThat(AMERICAN.points(Double.NaN)).isEqualTo("–");
    }

    @Test
    void everyUnitOfTheGlossaryHasAForm() {
        assertThat(AMERICAN.of(0.5, "share")).isEqualTo("50.0%");
        assertThat(AMERICAN.of(12, "count")).isEqualTo("12");
        assertThat(AMERICAN.of(32.25, "days")).isEqualTo("32.2");
        assertThat(AMERICAN.of(1.5, "times")).isEqualTo("1.50");
        assertThat(AMERICAN.of(86_400_000_000L, "micros")).isEqualTo("1.00");
        assertThat(AMERICAN.of(Map.of("3", 2, "9", 1), "days")).isEqualTo("3");
        assertThat(AMERICAN.of(List.of(1, 2), "lives")).isEqualTo("2");
    }

    @Test
    void differencesCarryTheirSign() {
        assertThat(AMERICAN.points(0.0836)).isEqualTo("+8.4 pp");
        assertThat(AMERICAN.points(-0.01)).isEqualTo("−1.0 pp");
        assertThat(AMERICAN.signed(0.0004, 1)).isEqualTo("0.0");
    }

    @Test
    void momentsAreToldInTheCompanysZone() {
        assertThat(AMERICAN.moment("2026-03-01 23:30:00.000000"))
                .isEqualTo("Mar 1, 2026, 11:30 PM");
        assertThat(GERMAN.moment("2026-03-01 23:30:00.000000")).isEqualTo("02.03.2026, 00:30");
        assertThat(GERMAN.day("2026-03-01 23:30:00.000000")).isEqualTo("02.03.2026");
        assertThat(AMERICAN.day("")).isEqualTo("–");
    }

    @Test
    void periodsHaveNames() {
        assertThat(AMERICAN.period("2026-03")).isEqualTo("Mar 2026");
        assertThat(AMERICAN.period("2026-Q1")).isEqualTo("Q1 2026");
        assertThat(AMERICAN.period("all")).isEqualTo("All time");
    }

    @Test
    void anAgeIsToldInItsLargestUnit() {
        assertThat(AMERICAN.age(Duration.ofSeconds(1))).isEqualTo("1 second");
        assertThat(AMERICAN.age(Duration.ofSeconds(14))).isEqualTo("14 seconds");
        assertThat(AMERICAN.age(Duration.ofMinutes(119))).isEqualTo("119 minutes");
        assertThat(AMERICAN.age(Duration.ofHours(50))).isEqualTo("2 days");
    }

    @Test
    void theBrowsersLanguageCountsUnlessAnotherIsWanted() {
        assertThat(Format.locale("", "de-DE,de;q=0.9,en;q=0.5")).isEqualTo(Locale.GERMANY);
        assertThat(Format.locale("fr", "de-DE")).isEqualTo(Locale.FRENCH);
        assertThat(Format.locale("no such thing!", "")).isEqualTo(Locale.US);
    }

    private static Format format(Locale locale, String zone) {
        return new Format(locale, Currency.getInstance("USD"), ZoneId.of(zone));
    }
}
