package io.enablement.domain.event;

import static io.enablement.domain.Times.DAY_MICROS;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {

    private static final long YEAR_1970 = 0;
    private static final long YEAR_2100 = 4_102_444_800_000_000L;

    @Test
    void isTheSameWhereverItStandsInTheLog() {
        Envelope first = new Envelope("crm", "1", 5, 6, TimeQuality.OCCURRED, 0, 10);
        Envelope again = new Envelope("crm", "1", 5, 6, TimeQuality.OCCURRED, 1, 99);

        assertThat(again).isEqualTo(first).hasSameHashCodeAs(first);
    }

    @Test
    void isAnotherOneWithAnotherClock() {
        Envelope first = new Envelope("crm", "1", 5, 6, TimeQuality.OCCURRED, 0, 10);
        Envelope later = new Envelope("crm", "1", 5, 7, TimeQuality.OCCURRED, 0, 10);

        assertThat(later).isNotEqualTo(first);
        assertThat(later.sameIdentity(first)).isTrue();
    }

    @Test
    void needsAnIdentity() {
        assertThat(DealEvents.won(JAN_5).source(" ").event().problem()).contains("source is empty");
        assertThat(DealEvents.won(JAN_5).id("").event().problem()).contains("id is empty");
    }

    @Test
    void happensBetween1970And2100() {
        assertThat(occurred(YEAR_1970 + DAY_MICROS).problem()).isEmpty();
        assertThat(occurred(YEAR_1970 - 1).problem())
                .contains("occurred_at is not between 1970 and 2100");
        assertThat(occurred(YEAR_2100 - 1).problem()).isEmpty();
        assertThat(occurred(YEAR_2100).problem())
                .contains("occurred_at is not between 1970 and 2100");
    }

    @Test
    void isNeverTheFirstDayOf1970UnlessItsTimeIsUnknown() {
        assertThat(occurred(YEAR_1970).problem())
                .contains("occurred_at is 1970-01-01, which stands for an unknown time");
        assertThat(at(0, TimeQuality.UNKNOWN).problem()).isEmpty();
    }

    @Test
    void isAtMidnightWhereOnlyItsDayIsKnown() {
        assertThat(at(5 * DAY_MICROS, TimeQuality.DAY).problem()).isEmpty();
        assertThat(at(5 * DAY_MICROS + 1, TimeQuality.DAY).problem())
                .contains("occurred_at is known to the day but is not midnight UTC of it");
    }

    @Test
    void hasOneMomentForAllUnknownTimes() {
        assertThat(at(5, TimeQuality.UNKNOWN).occurred()).isEqualTo(Moment.UNKNOWN);
    }

    @Test
    void isRecordedBetween1970And2100() {
        DealEvent event = DealEvents.won(JAN_5).recorded(Moment.of(YEAR_2100)).event();

        assertThat(event.problem()).contains("recorded_at is not between 1970 and 2100");
    }

    private static Envelope occurred(long micros) {
        return at(micros, TimeQuality.OCCURRED);
    }

    private static Envelope at(long micros, TimeQuality quality) {
        return new Envelope("crm", "1", micros, 0, quality, 0, 0);
    }
}
