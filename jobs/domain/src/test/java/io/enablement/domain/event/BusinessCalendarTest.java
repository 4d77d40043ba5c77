package io.enablement.domain.event;

import static io.enablement.domain.Times.at;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class BusinessCalendarTest {

    private static final BusinessCalendar TOKYO = new BusinessCalendar(ZoneId.of("Asia/Tokyo"), 4);

    @Test
    void monthsBeginAtMidnightOfTheCompany() {
        Moment lastInstantOfJanuary = Moment.of(at("2026-01-31T15:00:00Z").micros() - 1);

        assertThat(TOKYO.month(lastInstantOfJanuary)).isEqualTo(Month.of(2026, 1));
        assertThat(TOKYO.month(at("2026-01-31T15:00:00Z"))).isEqualTo(Month.of(2026, 2));
    }

    @Test
    void aMomentKnownToTheDayKeepsItsDate() {
        BusinessCalendar newYork = new BusinessCalendar(ZoneId.of("America/New_York"), 1);

        assertThat(newYork.day(onDay("2026-02-01"))).isEqualTo(LocalDate.of(2026, 2, 1));
    }

    @Test
    void aDayStartsAtItsLocalMidnight() {
        assertThat(TOKYO.startOf(LocalDate.of(2026, 2, 1))).isEqualTo(at("2026-01-31T15:00:00Z"));
    }
}
