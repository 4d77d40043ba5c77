package io.enablement.domain.deal;

import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.deal;
import static io.enablement.domain.DealEvents.deleted;
import static io.enablement.domain.DealEvents.lost;
import static io.enablement.domain.DealEvents.ownerChanged;
import static io.enablement.domain.DealEvents.reopened;
import static io.enablement.domain.DealEvents.stageChanged;
import static io.enablement.domain.DealEvents.won;
import static io.enablement.domain.Times.DAY_MICROS;
import static io.enablement.domain.Times.JAN_5_NOON;
import static io.enablement.domain.Times.day;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enablement.domain.DealEvents;
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
        assertThat(stage.latestDays()).isNull();
        assertThat(stage.cumulativeMicros()).isZero();
        assertThat(stage.cumulativeDays()).isZero();
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
        assertThat(times(deal).get(0).latestDays()).isEqualTo(3);
        assertThat(times(deal).get(0).cumulativeDays()).isEqualTo(13);
    }

    @Test
    void takesWholeDaysWhereAnEndIsKnownOnlyToTheDay() {
        Deal deal = deal(created(JAN_5_NOON).stage("A"), stageChanged("B", onDay("2026-01-07")));

        assertThat(times(deal).get(0).latestDays()).isEqualTo(2);
        assertThat(times(deal).get(0).latestMicros()).isEqualTo(2 * DAY_MICROS);
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
    void remembersTheOwnerAtTheFirstEntry() {
        Deal deal =
                deal(
                        created(day(0)).owner("ann").stage("A"),
                        stageChanged("B", day(5)),
                        ownerChanged("bob", day(10)),
                        stageChanged("A", day(15)));

        StageTime stage = times(deal).get(0);

        assertThat(stage.enteredOwner()).isEqualTo("ann");
        assertThat(stage.owner()).isEqualTo("bob");
    }

    @Test
    void advancesToAStageOfGreaterRankAlsoWhereItSkipsOne() {
        Deal deal = deal(created(day(0)).stage("A").rank(1), stageChanged("C", day(10)).rank(3));

        assertThat(times(deal)).extracting(StageTime::advanced).containsExactly(true, false);
    }

    @Test
    void goingBackIsNoAdvance() {
        Deal deal = deal(created(day(0)).stage("C").rank(3), stageChanged("A", day(10)).rank(1));

        assertThat(times(deal)).extracting(StageTime::advanced).containsExactly(false, false);
    }

    @Test
    void whatCameBeforeTheFirstEntryIsNoAdvance() {
        Deal deal =
                deal(
                        created(day(0)).stage("C").rank(3),
                        stageChanged("A", day(10)).rank(1),
                        stageChanged("B", day(20)).rank(2),
                        stageChanged("A", day(30)).rank(1));

        assertThat(times(deal))
                .extracting(StageTime::stage, StageTime::advanced)
                .containsExactly(tuple("C", false), tuple("A", true), tuple("B", false));
    }

    @Test
    void aMissingRankIsNoAdvance() {
        Deal toNone = deal(created(day(0)).stage("A").rank(1), stageChanged("B", day(10)));
        Deal fromNone = deal(created(day(0)).stage("A"), stageChanged("B", day(10)).rank(2));

        assertThat(times(toNone)).noneMatch(StageTime::advanced);
        assertThat(times(fromNone)).noneMatch(StageTime::advanced);
    }

    @Test
    void anotherRankOfTheSameStageIsNoAdvance() {
        Deal deal =
                deal(
                        created(day(0)).stage("A").rank(1),
                        lost(day(10)),
                        reopened(day(20)).stage("A").rank(2));

        assertThat(times(deal)).extracting(StageTime::advanced).containsExactly(false);
    }

    @Test
    void aWonDealAdvancedFromEveryStageALostOneDidNot() {
        DealEvents created = created(day(0)).stage("A").rank(1);

        assertThat(times(deal(created, won(day(10))))).allMatch(StageTime::advanced);
        assertThat(times(deal(created, lost(day(10))))).noneMatch(StageTime::advanced);
    }

    @Test
    void isGoneWithTheDeal() {
        assertThat(times(deal(created(day(0)).stage("A"), deleted(day(5))))).isEmpty();
    }

    private static List<StageTime> times(Deal deal) {
        return deal.stageTimes(BusinessCalendar.DEFAULT);
    }
}
