package io.enablement.domain.event;

import static io.enablement.domain.Times.DAY_MICROS;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.JAN_5_NOON;
import static io.enablement.domain.Times.at;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class SpanTest {

    private static final BusinessCalendar UTC = BusinessCalendar.DEFAULT;
    private static final BusinessCalendar NEW_YORK =
            new BusinessCalendar(ZoneId.of("America/New_York"), 1);
    private static final long HOUR_MICROS = DAY_MICROS / 24;

    @Test
    void elapsedTimeIsExact() {
        Span span = new Span(at("2026-01-05T23:00:00Z"), at("2026-01-06T01:00:00Z"));

        assertThat(span.micros(UTC)).hasValue(2 * HOUR_MICROS);
    }

    @Test
    void wholeDaysAreTheDifferenceOfTheLocalDates() {
        Span span = new Span(at("2026-01-05T23:00:00Z"), at("2026-01-06T01:00:00Z"));

        assertThat(span.days(UTC)).hasValue(1);
        assertThat(span.days(NEW_YORK)).hasValue(0); // 18:00 to 20:00 on the 5th
    }

    @Test
    void isWholeDaysWhereOneEndIsKnownOnlyToTheDay() {
        Span span = new Span(JAN_5_NOON, onDay("2026-01-07"));

        assertThat(span.micros(UTC)).hasValue(2 * DAY_MICROS);
        assertThat(span.days(UTC)).hasValue(2);
    }

    @Test
    void isNoTimeAtAllFromNoonToThatSameDay() {
        Span span = new Span(JAN_5_NOON, onDay("2026-01-05"));

        assertThat(span.micros(UTC)).hasValue(0);
        assertThat(span.days(UTC)).hasValue(0);
    }

    @Test
    void aDayIsADateWhateverTheTimeZone() {
        Span span = new Span(at("2026-01-06T01:00:00Z"), onDay("2026-01-06"));

        assertThat(span.days(NEW_YORK)).hasValue(1); // 20:00 on the 5th in New York
    }

    @Test
    void hasNoLengthBackwards() {
        assertThat(new Span(FEB_4, JAN_5).micros(UTC)).isEmpty();
        assertThat(new Span(FEB_4, JAN_5).days(UTC)).isEmpty();
        assertThat(new Span(JAN_5, onDay("2026-01-04")).days(UTC)).isEmpty();
    }

    @Test
    void hasNoLengthWhereAnEndIsUnknown() {
        assertThat(new Span(Moment.UNKNOWN, FEB_4).days(UTC)).isEmpty();
        assertThat(new Span(JAN_5, Moment.UNKNOWN).micros(UTC)).isEmpty();
    }
}
