package io.enablement.streaming.sink.tables;

import static io.enablement.domain.Times.at;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.deal.StageTime;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Change;
import io.enablement.streaming.sink.RowBytes;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DealStageTableTest {

    private static final BusinessCalendar NEW_YORK =
            new BusinessCalendar(ZoneId.of("America/New_York"), 1);
    private static final long DAY_MICROS = 86_400_000_000L;

    @Test
    void writesWhatIsKnownOnlyToTheDayAsItsLocalMidnight() {
        StageTime stage =
                DealEvents.deal(
                                DealEvents.created(onDay("2026-01-05")).stage("A").rank(1),
                                DealEvents.stageChanged("B", at("2026-01-07T12:00:00Z")).rank(2))
                        .stageTimes(NEW_YORK)
                        .get(0);

        byte[] columns = new DealStageTable(NEW_YORK).map(Change.to(stage)).columns();

        RowBytes expected = new RowBytes().string("d-1").string("A").nullable(1, RowBytes::int32);
        moment(expected, "2026-01-05T05:00:00Z");
        moment(expected, "2026-01-05T05:00:00Z");
        moment(expected, "2026-01-07T12:00:00Z");
        expected.nullable(2 * DAY_MICROS, RowBytes::int64)
                .int64(2 * DAY_MICROS)
                .nullable(2, RowBytes::int32)
                .int32(2)
                .uint32(1)
                .string("ann")
                .string("ann")
                .uint8(1);
        assertThat(columns).isEqualTo(expected.toBytes());
    }

    private static void moment(RowBytes row, String instant) {
        row.nullable(Instant.parse(instant), RowBytes::dateTime64);
    }
}
