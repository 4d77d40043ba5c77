package io.enablement.domain.event;

import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {

    private static final long YEAR_1900 = -2_208_988_800_000_000L;
    private static final long YEAR_2200 = 7_258_118_400_000_000L;

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
    void happensBetween1900And2200() {
        assertThat(occurred(YEAR_1900).problem()).isEmpty();
        assertThat(occurred(YEAR_1900 - 1).problem())
                .contains("occurred_at is not between 1900 and 2200");
        assertThat(occurred(YEAR_2200 - 1).problem()).isEmpty();
        assertThat(occurred(YEAR_2200).problem())
                .contains("occurred_at is not between 1900 and 2200");
    }

    @Test
    void isRecordedBetween1900And2200() {
        DealEvent event = DealEvents.won(JAN_5).recorded(Moment.of(YEAR_2200)).event();

        assertThat(event.problem()).contains("recorded_at is not between 1900 and 2200");
    }

    private static Envelope occurred(long micros) {
        return new Envelope("crm", "1", micros, 0, TimeQuality.OCCURRED, 0, 0);
    }
}
