package io.enablement.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FiscalPeriodTest {

    private static final int JANUARY = 1;
    private static final int APRIL = 4;

    @Test
    void aYearHasTwelveMonthsFromTheStartOfTheFiscalYear() {
        FiscalPeriod year = period("2026");

        assertThat(year.months()).isEqualTo(12);
        assertThat(year.first(JANUARY)).isEqualTo(Month.of(2026, 1));
        assertThat(year.first(APRIL)).isEqualTo(Month.of(2026, 4));
    }

    @Test
    void aQuarterHasThreeMonthsOfTheFiscalYear() {
        assertThat(period("2026-Q2").months()).isEqualTo(3);
        assertThat(period("2026-Q2").first(JANUARY)).isEqualTo(Month.of(2026, 4));
        assertThat(period("2026-Q2").first(APRIL)).isEqualTo(Month.of(2026, 7));
        assertThat(period("2026-Q4").first(APRIL)).isEqualTo(Month.of(2027, 1));
    }

    @Test
    void aMonthIsThatOfTheCalendar() {
        assertThat(period("2026-02").months()).isEqualTo(1);
        assertThat(period("2026-02").first(APRIL)).isEqualTo(Month.of(2026, 2));
    }

    @Test
    void monthsAreNamedByYearAndNumber() {
        assertThat(Month.of(2026, 12).plus(1)).hasToString("2027-01");
        assertThat(Month.of(2026, 1).plus(-1)).hasToString("2025-12");
    }

    private static FiscalPeriod period(String name) {
        return FiscalPeriod.parse(name).orElseThrow();
    }
}
