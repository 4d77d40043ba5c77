package io.enablement.domain.deal;

import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.deal;
import static io.enablement.domain.DealEvents.lost;
import static io.enablement.domain.DealEvents.reopened;
import static io.enablement.domain.DealEvents.stageChanged;
import static io.enablement.domain.DealEvents.won;
import static io.enablement.domain.Times.DAY_MICROS;
import static io.enablement.domain.Times.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enablement.domain.DealEvents;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DealEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Created on day 0 in A; A to B on day 10; lost on day 20; re-opened to B on day 50; won on day 60.
 */
final class ReopenedDealTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.DEFAULT;

    private static final DealEvents[] EVENTS = {
        created(day(0)).stage("A"),
        stageChanged("B", day(10)),
        lost(day(20)),
        reopened(day(50)).stage("B"),
        won(day(60))
    };

    private static final Deal DEAL = deal(EVENTS);

    @Test
    void tookSixtyDaysFromCreationToFinalClose() {
        assertThat(DEAL.elapsed().days(CALENDAR)).hasValue(60);
        assertThat(DEAL.elapsed().micros(CALENDAR)).hasValue(60 * DAY_MICROS);
    }

    @Test
    void wasOpenForThirtyDays() {
        assertThat(DEAL.activeMicros(CALENDAR)).hasValue(30 * DAY_MICROS);
    }

    @Test
    void wasReopenedOnce() {
        assertThat(DEAL.reopens()).isEqualTo(1);
        assertThat(DEAL.flags()).isEmpty();
    }

    @Test
    void wasInStageAForTenDays() {
        StageTime stage = stage("A");

        assertThat(stage.entered()).isEqualTo(day(0));
        assertThat(stage.left()).isEqualTo(day(10));
        assertThat(stage.cumulativeMicros()).isEqualTo(10 * DAY_MICROS);
        assertThat(stage.cumulativeDays()).isEqualTo(10);
    }

    @Test
    void wasInStageBForTenDaysLatelyAndForTwentyInAll() {
        StageTime stage = stage("B");

        assertThat(stage.entered()).isEqualTo(day(10));
        assertThat(stage.lastEntered()).isEqualTo(day(50));
        assertThat(stage.left()).isEqualTo(day(60));
        assertThat(stage.latestMicros()).isEqualTo(10 * DAY_MICROS);
        assertThat(stage.cumulativeMicros()).isEqualTo(20 * DAY_MICROS);
        assertThat(stage.latestDays()).isEqualTo(10);
        assertThat(stage.cumulativeDays()).isEqualTo(20);
        assertThat(stage.entries()).isEqualTo(2);
    }

    @Test
    void advancedFromBothStagesBecauseItWasWon() {
        assertThat(DEAL.stageTimes(CALENDAR)).allMatch(StageTime::advanced);
    }

    @Test
    void advancedFromStageAOnlyWhileItIsReopened() {
        Deal open =
                deal(
                        created(day(0)).stage("A").rank(1),
                        stageChanged("B", day(10)).rank(2),
                        lost(day(20)),
                        reopened(day(50)).stage("B").rank(2));

        assertThat(open.stageTimes(CALENDAR))
                .extracting(StageTime::stage, StageTime::advanced)
                .containsExactly(tuple("A", true), tuple("B", false));
    }

    @Test
    void goesOnInTheStageItLeftWhereTheReopeningNamesNone() {
        Deal deal =
                deal(
                        created(day(0)).stage("A"),
                        stageChanged("B", day(10)),
                        lost(day(20)),
                        reopened(day(50)),
                        won(day(60)));

        assertThat(deal.stageTimes(CALENDAR)).isEqualTo(DEAL.stageTimes(CALENDAR));
    }

    @Test
    void isLostAsKnownOnDayThirty() {
        List<DealEvent> known =
                List.of(EVENTS).stream()
                        .map(DealEvents::event)
                        .filter(event -> event.envelope().recordedAtMicros() <= day(30).micros())
                        .toList();

        assertThat(new DealHistory(known).deal().status()).isEqualTo(DealStatus.LOST);
    }

    @Test
    void hasNoActiveTimeWhileItIsOpen() {
        Deal open = deal(created(day(0)), lost(day(20)), reopened(day(50)));

        assertThat(open.activeMicros(CALENDAR)).isEmpty();
        assertThat(open.elapsed().micros(CALENDAR)).isEmpty();
    }

    @Test
    void countsTheReopeningAlsoWhereItsCreationIsMissing() {
        Deal deal = deal(lost(day(20)), reopened(day(50)), won(day(60)));

        assertThat(deal.reopens()).isEqualTo(1);
        assertThat(deal.activeMicros(CALENDAR)).isEmpty();
    }

    private static StageTime stage(String name) {
        return DEAL.stageTimes(CALENDAR).stream()
                .filter(time -> time.stage().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
