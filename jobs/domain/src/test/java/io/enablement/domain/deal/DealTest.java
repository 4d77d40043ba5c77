package io.enablement.domain.deal;

import static io.enablement.domain.DealEvents.amountChanged;
import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.deal;
import static io.enablement.domain.DealEvents.deleted;
import static io.enablement.domain.DealEvents.happened;
import static io.enablement.domain.DealEvents.lost;
import static io.enablement.domain.DealEvents.merged;
import static io.enablement.domain.DealEvents.ownerChanged;
import static io.enablement.domain.DealEvents.qualified;
import static io.enablement.domain.DealEvents.reopened;
import static io.enablement.domain.DealEvents.stageChanged;
import static io.enablement.domain.DealEvents.undeleted;
import static io.enablement.domain.DealEvents.won;
import static io.enablement.domain.Times.FEB_20;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Moment;
import org.junit.jupiter.api.Test;

final class DealTest {

    @Test
    void isOpenUntilItCloses() {
        assertThat(deal(created(JAN_5)).status()).isEqualTo(DealStatus.OPEN);
        assertThat(deal(created(JAN_5), won(FEB_4)).status()).isEqualTo(DealStatus.WON);
        assertThat(deal(created(JAN_5), lost(FEB_4)).status()).isEqualTo(DealStatus.LOST);
    }

    @Test
    void belongsToTheOwnerOfItsCloseWhoeverGetsItLater() {
        Deal deal =
                deal(
                        created(JAN_5).owner("ann"),
                        ownerChanged("bob", JAN_20),
                        won(FEB_4),
                        ownerChanged("eve", MAR_6));

        assertThat(deal.creation().owner()).isEqualTo("ann");
        assertThat(deal.closing().owner()).isEqualTo("bob");
        assertThat(deal.owner()).isEqualTo("eve");
    }

    @Test
    void takesTheAmountOfTheLatestEventThatNamesOne() {
        Deal deal = deal(created(JAN_5).usd(100), amountChanged(JAN_20).usd(80), won(FEB_4));

        assertThat(deal.price()).isEqualTo(new Price(true, 80, "USD"));
        assertThat(deal.creation().price()).isEqualTo(new Price(true, 100, "USD"));
    }

    @Test
    void anAmountThatChangesAfterTheCloseCorrectsTheClose() {
        Deal deal = deal(created(JAN_5), won(FEB_4).usd(100), amountChanged(MAR_6).usd(90));

        assertThat(deal.price().amountMinor()).isEqualTo(90);
        assertThat(deal.closing().at()).isEqualTo(FEB_4);
    }

    @Test
    void theFirstDecisionToWorkOnItQualifiesIt() {
        Deal deal =
                deal(
                        created(JAN_5).owner("ann"),
                        qualified(Qualification.DEFERRED, JAN_20),
                        qualified(Qualification.WORK, FEB_4),
                        ownerChanged("bob", FEB_20),
                        qualified(Qualification.WORK, MAR_6));

        assertThat(deal.qualified())
                .isEqualTo(new Qualified(true, FEB_4, "ann", Qualification.WORK));
    }

    @Test
    void aDeferredDealStaysOpen() {
        Deal deal = deal(created(JAN_5), qualified(Qualification.DEFERRED, JAN_20));

        assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        assertThat(deal.qualified().known()).isFalse();
        assertThat(deal.qualified().last()).isEqualTo(Qualification.DEFERRED);
    }

    @Test
    void aDroppedDealIsNeitherWonNorLost() {
        Deal deal =
                deal(
                        created(JAN_5),
                        qualified(Qualification.DROPPED, JAN_20).lossReason("no budget"));

        assertThat(deal.status()).isEqualTo(DealStatus.DROPPED);
        assertThat(deal.closing())
                .isEqualTo(new Closing(DealStatus.DROPPED, JAN_20, "ann", "no budget"));
    }

    @Test
    void aLaterWinBeatsADrop() {
        Deal deal = deal(created(JAN_5), qualified(Qualification.DROPPED, JAN_20), won(FEB_4));

        assertThat(deal.status()).isEqualTo(DealStatus.WON);
        assertThat(deal.closing().at()).isEqualTo(FEB_4);
    }

    @Test
    void aLaterLossDoesNotBeatADrop() {
        Deal deal = deal(created(JAN_5), qualified(Qualification.DROPPED, JAN_20), lost(FEB_4));

        assertThat(deal.status()).isEqualTo(DealStatus.DROPPED);
        assertThat(deal.flags()).contains(DealFlag.CLOSED_AGAIN);
    }

    @Test
    void aDecisionToWorkOnADroppedDealOpensItAgain() {
        Deal deal =
                deal(
                        created(JAN_5),
                        qualified(Qualification.DROPPED, JAN_20),
                        qualified(Qualification.WORK, FEB_4));

        assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        assertThat(deal.reopens()).isEqualTo(1);
    }

    @Test
    void aDecisionAfterTheCloseMovesNobodysPast() {
        Deal closed = deal(created(JAN_5), lost(FEB_4));

        Deal decided = deal(created(JAN_5), lost(FEB_4), qualified(Qualification.WORK, MAR_6));

        assertThat(decided.closing()).isEqualTo(closed.closing());
        assertThat(decided.qualified()).isEqualTo(Qualified.NEVER);
        assertThat(decided.flags()).containsExactly(DealFlag.QUALIFIED_AFTER_CLOSE);
    }

    @Test
    void ofTwoOutcomesWithoutAReopeningTheLaterOneStands() {
        Deal deal = deal(created(JAN_5), won(FEB_4), lost(MAR_6));

        assertThat(deal.status()).isEqualTo(DealStatus.LOST);
        assertThat(deal.closing().at()).isEqualTo(MAR_6);
        assertThat(deal.flags()).containsExactly(DealFlag.CLOSED_AGAIN);
    }

    @Test
    void theSameOutcomeTwiceKeepsTheFirstClose() {
        Deal deal = deal(created(JAN_5), won(FEB_4), won(MAR_6));

        assertThat(deal.closing().at()).isEqualTo(FEB_4);
        assertThat(deal.flags()).containsExactly(DealFlag.CLOSED_AGAIN);
    }

    @Test
    void aDeletedDealComesBackAsItWas() {
        assertThat(deal(created(JAN_5), won(FEB_4), deleted(FEB_20)).status())
                .isEqualTo(DealStatus.DELETED);
        assertThat(deal(created(JAN_5), won(FEB_4), deleted(FEB_20), undeleted(MAR_6)).status())
                .isEqualTo(DealStatus.WON);
    }

    @Test
    void aMergedDealNamesItsWinnerUntilTheMergeIsUndone() {
        Deal merged = deal(created(JAN_5), merged("d-2", FEB_20));
        Deal undone = deal(created(JAN_5), merged("d-2", FEB_20), undeleted(MAR_6));

        assertThat(merged.status()).isEqualTo(DealStatus.MERGED);
        assertThat(merged.removal().mergedInto()).isEqualTo("d-2");
        assertThat(undone.status()).isEqualTo(DealStatus.OPEN);
    }

    @Test
    void showsThatItsCreationIsMissingUntilItComes() {
        assertThat(deal(won(FEB_4)).flags()).containsExactly(DealFlag.NO_CREATED);
        assertThat(deal(won(FEB_4), created(JAN_5)).flags()).isEmpty();
    }

    @Test
    void showsThatItWasCreatedAgain() {
        Deal deal = deal(created(JAN_5).owner("ann"), created(JAN_20).owner("bob"));

        assertThat(deal.creation().at()).isEqualTo(JAN_5);
        assertThat(deal.owner()).isEqualTo("ann");
        assertThat(deal.flags()).containsExactly(DealFlag.CREATED_AGAIN);
    }

    @Test
    void showsThatItWasReopenedWhileOpen() {
        Deal deal = deal(created(JAN_5), reopened(JAN_20));

        assertThat(deal.reopens()).isZero();
        assertThat(deal.flags()).containsExactly(DealFlag.REOPENED_WHILE_OPEN);
    }

    @Test
    void showsThatItsStageChangedWhileItWasClosed() {
        Deal deal = deal(created(JAN_5).stage("A"), lost(FEB_4), stageChanged("B", MAR_6));

        assertThat(deal.stages().last().orElseThrow().stage()).isEqualTo("A");
        assertThat(deal.flags()).containsExactly(DealFlag.STAGE_WHILE_CLOSED);
    }

    @Test
    void keepsTheEditableCloseDateBesideTheClose() {
        Deal deal =
                deal(
                        created(JAN_5).expectedClose(JAN_20),
                        happened(Kind.CLOSE_DATE_CHANGED, JAN_20).expectedClose(MAR_6),
                        won(FEB_4));

        assertThat(deal.expectedClose()).isEqualTo(onDay("2026-03-06"));
        assertThat(deal.closing().at()).isEqualTo(FEB_4);
    }

    @Test
    void anEventOfUnknownTimeIsFoldedFirst() {
        Deal deal = deal(created(JAN_5).usd(100), amountChanged(Moment.UNKNOWN).usd(7), won(FEB_4));

        assertThat(deal.price().amountMinor()).isEqualTo(7);
        assertThat(deal.status()).isEqualTo(DealStatus.WON);
    }

    @Test
    void isNothingKnownWithoutEvents() {
        Deal deal = DealHistory.NONE.deal();

        assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        assertThat(deal.events()).isZero();
    }
}
