package io.enablement.domain.event;

import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static io.enablement.domain.Times.at;
import static io.enablement.domain.Times.onDay;
import static io.enablement.domain.event.BusinessCalendar.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    private static final Progress EARLY =
            Progress.read(created(JAN_5).recorded(MAR_6).event(), DEFAULT);
    private static final Progress LATE =
            Progress.read(created(JAN_20).recorded(FEB_4).event(), DEFAULT);

    @Test
    void eachClockReachesAsFarAsItsGreatest() {
        assertThat(EARLY.plus(LATE))
                .isEqualTo(new Progress("deal-events", 2, 0, 0, JAN_20, MAR_6))
                .isEqualTo(LATE.plus(EARLY));
    }

    @Test
    void aDayBeginsAtItsLocalMidnight() {
        BusinessCalendar newYork = new BusinessCalendar(ZoneId.of("America/New_York"), 1);

        Progress progress = Progress.read(created(onDay("2026-01-05")).event(), newYork);

        assertThat(progress.greatestOccurred()).isEqualTo(at("2026-01-05T05:00:00Z"));
    }

    @Test
    void aDeadLetterIsARecordThatMovesNoClock() {
        assertThat(EARLY.plus(Progress.refused("deal-events")))
                .isEqualTo(new Progress("deal-events", 2, 1, 0, JAN_5, MAR_6));
    }

    @Test
    void duplicatesAndConflictsWereCountedAsRecordsBefore() {
        Progress duplicate = Progress.duplicate(created(JAN_5).event());
        Progress conflict = Progress.conflict(created(JAN_5).event());

        assertThat(EARLY.plus(duplicate).plus(conflict))
                .isEqualTo(new Progress("deal-events", 1, 1, 1, JAN_5, MAR_6));
    }
}
