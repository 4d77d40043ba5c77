package io.enablement.domain.deal;

import static io.enablement.domain.DealEvents.amountChanged;
import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.deal;
import static io.enablement.domain.DealEvents.deleted;
import static io.enablement.domain.DealEvents.lost;
import static io.enablement.domain.DealEvents.merged;
import static io.enablement.domain.DealEvents.ownerChanged;
import static io.enablement.domain.DealEvents.qualified;
import static io.enablement.domain.DealEvents.reopened;
import static io.enablement.domain.DealEvents.undeleted;
import static io.enablement.domain.DealEvents.won;
import static io.enablement.domain.Times.DAY_MICROS;
import static io.enablement.domain.Times.FEB_20;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.JAN_5_NOON;
import static io.enablement.domain.Times.MAR_6;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Moment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DealFactsTest {

    private static final Rules RULES = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));

    @Test
    void anOpenDealCountsWhereItWasCreated() {
        assertThat(postings(deal(created(JAN_5).owner("ann").usd(500))))
                .isEqualTo(
                        Map.of(
                                "ann",
                                List.of(
                                        posting(Part.CREATED, 1, JAN_5),
                                        posting(Part.CREATED_AMOUNT, 500, JAN_5))));
    }

    @Test
    void aWonDealCountsInThePeriodOfItsClose() {
        Deal deal = deal(created(JAN_5), won(FEB_4).usd(700));

        assertThat(postings(deal).get("ann"))
                .containsExactlyInAnyOrder(
                        posting(Part.CREATED, 1, JAN_5),
                        posting(Part.CREATED_WON, 1, JAN_5),
                        posting(Part.WON, 1, FEB_4),
                        posting(Part.WON_PRICED, 1, FEB_4),
                        posting(Part.WON_AMOUNT, 700, FEB_4),
                        posting(Part.CREDITED, 700, FEB_4),
                        posting(Part.WON_CYCLES, 1, FEB_4),
                        posting(Part.WON_CYCLE_MICROS, 30 * DAY_MICROS, FEB_4),
                        new Posting(Part.WON_CYCLE_DAYS, 30, 1, FEB_4));
    }

    @Test
    void aLostDealCountsInThePeriodOfItsClose() {
        Deal deal = deal(created(JAN_5), lost(FEB_4).usd(700));

        assertThat(postings(deal).get("ann"))
                .containsExactlyInAnyOrder(
                        posting(Part.CREATED, 1, JAN_5),
                        posting(Part.LOST, 1, FEB_4),
                        posting(Part.LOST_AMOUNT, 700, FEB_4),
                        posting(Part.LOST_CYCLES, 1, FEB_4),
                        posting(Part.LOST_CYCLE_MICROS, 30 * DAY_MICROS, FEB_4),
                        new Posting(Part.LOST_CYCLE_DAYS, 30, 1, FEB_4));
    }

    @Test
    void aDroppedDealCountsInThePeriodOfTheDecision() {
        Deal deal = deal(created(JAN_5), qualified(Qualification.DROPPED, FEB_4));

        assertThat(postings(deal).get("ann"))
                .containsExactly(posting(Part.CREATED, 1, JAN_5), posting(Part.DROPPED, 1, FEB_4));
    }

    @Test
    void eachPartBelongsToTheOwnerOfItsTime() {
        Deal deal =
                deal(
                        created(JAN_5).owner("ann"),
                        ownerChanged("bob", JAN_5_NOON),
                        qualified(Qualification.WORK, JAN_20),
                        ownerChanged("eve", FEB_4),
                        lost(FEB_20));

        assertThat(amount(deal, "ann", Part.CREATED)).isEqualTo(1);
        assertThat(amount(deal, "bob", Part.QUALIFIED)).isEqualTo(1);
        assertThat(amount(deal, "eve", Part.LOST)).isEqualTo(1);
    }

    @Test
    void aNewOwnerAfterTheCloseMovesNobodysPast() {
        Deal closed = deal(created(JAN_5), won(FEB_4).usd(700));
        Deal handedOver = deal(created(JAN_5), won(FEB_4).usd(700), ownerChanged("bob", MAR_6));

        assertThat(postings(handedOver)).isEqualTo(postings(closed));
    }

    @Test
    void anAmountThatChangesAfterTheCloseCorrectsItInItsOwnPeriod() {
        Deal deal = deal(created(JAN_5), won(FEB_4).usd(700), amountChanged(MAR_6).usd(650));

        assertThat(postings(deal).get("ann"))
                .contains(posting(Part.WON_AMOUNT, 650, FEB_4), posting(Part.CREDITED, 650, FEB_4));
    }

    @Test
    void aWinCountsForTheQualificationThatLedToIt() {
        Deal deal = deal(created(JAN_5), qualified(Qualification.WORK, JAN_20), won(FEB_4));

        assertThat(postings(deal).get("ann"))
                .contains(
                        posting(Part.QUALIFIED, 1, JAN_20), posting(Part.QUALIFIED_WON, 1, JAN_20));
    }

    @Test
    void aDecisionToWorkCountsForTheCreationAndItsOwner() {
        Deal deal =
                deal(
                        created(JAN_5).owner("ann"),
                        ownerChanged("bob", JAN_20),
                        qualified(Qualification.WORK, FEB_4));

        assertThat(postings(deal).get("ann"))
                .containsExactly(
                        posting(Part.CREATED, 1, JAN_5), posting(Part.CREATED_QUALIFIED, 1, JAN_5));
        assertThat(postings(deal).get("bob")).containsExactly(posting(Part.QUALIFIED, 1, FEB_4));
    }

    @Test
    void aDeferredDealIsNotQualified() {
        Deal deal = deal(created(JAN_5), qualified(Qualification.DEFERRED, JAN_20));

        assertThat(amount(deal, "ann", Part.CREATED_QUALIFIED)).isZero();
    }

    @Test
    void anOpenDealIsDueWhenItsCloseIsExpected() {
        Deal deal =
                deal(created(JAN_5).usd(500).expectedClose(MAR_6), amountChanged(JAN_20).usd(600));

        assertThat(postings(deal).get("ann"))
                .contains(
                        posting(Part.OPEN_DUE, 1, onDay("2026-03-06")),
                        posting(Part.OPEN_DUE_AMOUNT, 600, onDay("2026-03-06")));
    }

    @Test
    void aDealIsDueOnTheTimeOfDayThatItsSourceNames() {
        Deal deal = deal(created(JAN_5).expectedClose(JAN_5_NOON));

        assertThat(postings(deal).get("ann")).contains(posting(Part.OPEN_DUE, 1, JAN_5_NOON));
    }

    @Test
    void anOpenDealIsDueForTheOwnerOfToday() {
        Deal deal = deal(created(JAN_5).expectedClose(MAR_6), ownerChanged("bob", FEB_4));

        assertThat(amount(deal, "ann", Part.OPEN_DUE)).isZero();
        assertThat(amount(deal, "bob", Part.OPEN_DUE)).isEqualTo(1);
    }

    @Test
    void aDealThatIsClosedOrExpectedAtNoTimeIsNotDue() {
        Deal won = deal(created(JAN_5).expectedClose(MAR_6), won(FEB_4));
        Deal dropped =
                deal(created(JAN_5).expectedClose(MAR_6), qualified(Qualification.DROPPED, FEB_4));

        assertThat(amount(won, "ann", Part.OPEN_DUE)).isZero();
        assertThat(amount(dropped, "ann", Part.OPEN_DUE)).isZero();
        assertThat(amount(deal(created(JAN_5)), "ann", Part.OPEN_DUE)).isZero();
    }

    @Test
    void aReopenedDealIsDueAgain() {
        Deal deal = deal(created(JAN_5).expectedClose(MAR_6), lost(JAN_20), reopened(FEB_4));

        assertThat(amount(deal, "ann", Part.OPEN_DUE)).isEqualTo(1);
    }

    @Test
    void anOpenDealWithoutARateIsDueButIsNoMoney() {
        Deal deal = deal(created(JAN_5).amount(700L, "EUR").expectedClose(MAR_6));

        assertThat(amount(deal, "ann", Part.OPEN_DUE)).isEqualTo(1);
        assertThat(amount(deal, "ann", Part.OPEN_DUE_AMOUNT)).isZero();
    }

    @Test
    void aReopeningCountsWhenItHappens() {
        Deal deal = deal(created(JAN_5), lost(JAN_20), reopened(FEB_4));

        assertThat(postings(deal).get("ann"))
                .containsExactly(posting(Part.CREATED, 1, JAN_5), posting(Part.REOPENED, 1, FEB_4));
    }

    @Test
    void aDealOfNobodyIsUnassigned() {
        assertThat(postings(deal(created(JAN_5).owner("")))).containsOnlyKeys(Deal.UNASSIGNED);
    }

    @Test
    void deletedAndMergedDealsCountNowhereUntilTheyComeBack() {
        Deal won = deal(created(JAN_5), won(FEB_4));

        assertThat(postings(deal(created(JAN_5), won(FEB_4), deleted(FEB_20)))).isEmpty();
        assertThat(postings(deal(created(JAN_5), won(FEB_4), merged("d-2", FEB_20)))).isEmpty();
        assertThat(
                        postings(
                                deal(
                                        created(JAN_5),
                                        won(FEB_4),
                                        merged("d-2", FEB_20),
                                        undeleted(MAR_6))))
                .isEqualTo(postings(won));
    }

    @Test
    void whatHappenedAtAnUnknownTimeCountsInNoPeriod() {
        Deal wonSometime = deal(created(JAN_5), won(Moment.UNKNOWN).usd(700));
        Deal createdSometime = deal(created(Moment.UNKNOWN), lost(FEB_4));

        assertThat(postings(wonSometime).get("ann"))
                .containsExactly(
                        posting(Part.CREATED, 1, JAN_5), posting(Part.CREATED_WON, 1, JAN_5));
        assertThat(postings(createdSometime).get("ann"))
                .containsExactly(posting(Part.LOST, 1, FEB_4));
    }

    @Test
    void aCloseKnownToTheDayTakesWholeDays() {
        Deal deal = deal(created(JAN_5_NOON), won(onDay("2026-02-04")));

        assertThat(amount(deal, "ann", Part.WON_CYCLE_MICROS)).isEqualTo(30 * DAY_MICROS);
    }

    @Test
    void aCloseBeforeTheCreationHasNoCycle() {
        Deal deal = deal(won(JAN_5), created(FEB_4));

        assertThat(amount(deal, "ann", Part.WON_CYCLES)).isZero();
        assertThat(DealFacts.flags(deal, RULES)).contains(DealFlag.CLOSED_BEFORE_CREATED);
    }

    @Test
    void aCloseOnTheDayOfTheCreationIsNotBeforeIt() {
        Deal deal = deal(created(JAN_5_NOON), won(onDay("2026-01-05")));

        assertThat(deal.elapsed().days(RULES.calendar())).hasValue(0);
        assertThat(DealFacts.flags(deal, RULES)).isEmpty();
    }

    @Test
    void whatHasNoRateIsCountedButIsNoMoney() {
        Deal deal = deal(created(JAN_5), won(FEB_4).amount(700L, "EUR"));

        assertThat(amount(deal, "ann", Part.WON)).isEqualTo(1);
        assertThat(amount(deal, "ann", Part.WON_PRICED)).isZero();
        assertThat(amount(deal, "ann", Part.WON_AMOUNT)).isZero();
        assertThat(DealFacts.flags(deal, RULES)).containsExactly(DealFlag.NO_RATE);
    }

    @Test
    void showsThatTheAmountOfTheCreationHasNoRate() {
        Deal deal = deal(created(JAN_5).amount(700L, "EUR"), amountChanged(JAN_20).usd(800));

        assertThat(amount(deal, "ann", Part.CREATED_AMOUNT)).isZero();
        assertThat(DealFacts.value(deal, RULES)).contains(new Valued(800, 1));
        assertThat(DealFacts.flags(deal, RULES)).containsExactly(DealFlag.NO_RATE);
    }

    @Test
    void theReportingCurrencyNeedsNoDay() {
        Deal deal = deal(created(Moment.UNKNOWN).usd(700));

        assertThat(DealFacts.value(deal, RULES)).contains(new Valued(700, 1));
        assertThat(DealFacts.flags(deal, RULES)).doesNotContain(DealFlag.NO_RATE);
    }

    @Test
    void anotherCurrencyHasNoRateOnADayThatNobodyKnows() {
        Deal deal = deal(created(Moment.UNKNOWN).amount(700L, "EUR"));

        assertThat(DealFacts.value(deal, RULES)).isEmpty();
        assertThat(DealFacts.flags(deal, RULES)).contains(DealFlag.NO_RATE);
    }

    @Test
    void anAmountThatNobodyNamedLacksNoRate() {
        assertThat(DealFacts.flags(deal(created(JAN_5), won(FEB_4)), RULES)).isEmpty();
    }

    @Test
    void showsThatTheCloseDateOfTheCrmIsAnotherDay() {
        Deal same = deal(created(JAN_5).expectedClose(FEB_4), won(FEB_4));
        Deal other = deal(created(JAN_5).expectedClose(FEB_20), won(FEB_4));

        assertThat(DealFacts.flags(same, RULES)).isEmpty();
        assertThat(DealFacts.flags(other, RULES)).containsExactly(DealFlag.CLOSE_DATE_DIFFERS);
    }

    private static Map<String, List<Posting>> postings(Deal deal) {
        return DealFacts.postings(deal, RULES);
    }

    private static long amount(Deal deal, String rep, Part part) {
        return postings(deal).getOrDefault(rep, List.of()).stream()
                .filter(posting -> posting.part() == part)
                .mapToLong(Posting::amount)
                .sum();
    }

    private static Posting posting(Part part, long amount, Moment at) {
        return new Posting(part, 0, amount, at);
    }
}
