package io.enablement.streaming.sink.tables;

import static io.enablement.domain.Times.at;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Change;
import io.enablement.streaming.sink.RowBytes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DealTableTest {

    private static final Rules NEW_YORK =
            new Rules(new BusinessCalendar(ZoneId.of("America/New_York"), 1), Rates.only("USD"));

    @Test
    void writesACreationKnownOnlyToTheDayAsItsLocalMidnight() {
        Deal deal = DealEvents.deal(DealEvents.created(onDay("2026-01-05")));

        assertThat(columns(deal))
                .containsSequence(moment("2026-01-05T05:00:00Z", "2026-01-05", "day"));
    }

    @Test
    void writesACloseKnownOnlyToTheDayAsItsLocalMidnight() {
        Deal deal =
                DealEvents.deal(
                        DealEvents.created(onDay("2026-01-05")),
                        DealEvents.won(onDay("2026-02-04")));

        assertThat(columns(deal))
                .containsSequence(moment("2026-02-04T05:00:00Z", "2026-02-04", "day"));
    }

    @Test
    void writesAKnownMomentAsItIs() {
        Deal deal = DealEvents.deal(DealEvents.created(at("2026-01-05T03:00:00Z")));

        assertThat(columns(deal))
                .containsSequence(moment("2026-01-05T03:00:00Z", "2026-01-04", "occurred"));
    }

    private static byte[] columns(Deal deal) {
        return new DealTable(NEW_YORK).map(Change.to(deal)).columns();
    }

    /** A moment, its local date and how well it is known. */
    private static byte[] moment(String instant, String day, String quality) {
        return new RowBytes()
                .nullable(Instant.parse(instant), RowBytes::dateTime64)
                .nullable(LocalDate.parse(day), RowBytes::date32)
                .string(quality)
                .toBytes();
    }
}
