package io.enablement.domain.deal;

import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.deal;
import static io.enablement.domain.DealEvents.deleted;
import static io.enablement.domain.DealEvents.ownerChanged;
import static io.enablement.domain.DealEvents.stageChanged;
import static io.enablement.domain.Times.DAY_MICROS;
import static io.enablement.domain.Times.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StageTimeTest {

    @Test
    void hasNoLengthWhileTheStayGoesOn() {
        StageTime stage = times(deal(created(day(0)).stage("A"))).get(0);

        assertThat(stage.left()).isEqualTo(Moment.UNKNOWN);
        assertThat(stage.latestMicros()).isNull();
        assertThat(stage.cumulativeMicros()).isZero();
    }

    @Test
    void namingTheStageAgainIsNoNewEntry() {
        Deal deal =
                deal(
                        created(day(0)).stage("A"),
                        stageChanged("A", day(5)),
                        stageChanged("B", day(10)));

        StageTime stage = times(deal).get(0);

        assertThat(stage.entries()).isEqualTo(1);
        assertThat(stage.latestMicros()).isEqualTo(10 * DAY_MICROS);
    }

    @Test
    void goingBackToAStageAddsUp() {
        Deal deal =
                deal(
                        created(day(0)).stage("A"),
                        stageChanged("B", day(10)),
                        stageChanged("A", day(12)),
                        stageChanged("B", day(15)));

        assertThat(times(deal)).extracting(StageTime::stage).containsExactly("A", "B");
        assertThat(times(deal).get(0).latestMicros()).isEqualTo(3 * DAY_MICROS);
        assertThat(times(deal).get(0).cumulativeMicros()).isEqualTo(13 * DAY_MICROS);
    }

    @Test
    void belongsToTheOwnerAtTheLastEntry() {
        Deal deal =
                deal(
                        created(day(0)).owner("ann").stage("A"),
                        ownerChanged("bob", day(5)),
                        stageChanged("B", day(10)),
                        ownerChanged("eve", day(15)));

        assertThat(times(deal)).extracting(StageTime::owner).containsExactly("ann", "bob");
    }

    @Test
    void isGoneWithTheDeal() {
        assertThat(times(deal(created(day(0)).stage("A"), deleted(day(5))))).isEmpty();
    }

    private static List<StageTime> times(Deal deal) {
        return deal.stageTimes(BusinessCalendar.DEFAULT);
    }
}
