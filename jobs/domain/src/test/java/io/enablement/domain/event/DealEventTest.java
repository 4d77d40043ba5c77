package io.enablement.domain.event;

import static io.enablement.domain.DealEvents.amountChanged;
import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.happened;
import static io.enablement.domain.DealEvents.merged;
import static io.enablement.domain.DealEvents.overlay;
import static io.enablement.domain.DealEvents.qualified;
import static io.enablement.domain.DealEvents.revenue;
import static io.enablement.domain.DealEvents.splitSet;
import static io.enablement.domain.DealEvents.stageChanged;
import static io.enablement.domain.DealEvents.won;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DealEventTest {

    @ParameterizedTest
    @EnumSource(
            names = {"CREATED", "OWNER_CHANGED", "REOPENED", "DELETED", "UNDELETED", "WON", "LOST"})
    void needsNoMoreThanADealForMostKinds(Kind kind) {
        assertThat(happened(kind, JAN_5).event().problem()).isEmpty();
    }

    @Test
    void needsADeal() {
        assertProblem(won(JAN_5).dealId(""), "deal_id is empty");
    }

    @Test
    void anAmountIsNotNegative() {
        assertProblem(won(JAN_5).usd(-1), "amount_minor is negative");
        assertProblem(won(JAN_5).usd(1_000_000_000_000_001L), "amount_minor is over 10^15");
    }

    @Test
    void anAmountHasACurrencyOfIso4217() {
        assertProblem(won(JAN_5).amount(100L, ""), "amount_minor has no currency");
        assertProblem(won(JAN_5).amount(100L, "DOL"), "currency DOL is not an ISO 4217 code");
    }

    @Test
    void anExpectedCloseIsBetween1970And2100() {
        assertProblem(
                created(JAN_5).expectedClose(Moment.of(Long.MAX_VALUE)),
                "expected_close_at is not between 1970 and 2100");
    }

    @Test
    void changesNeedWhatTheyChange() {
        assertProblem(stageChanged("", JAN_5), "stage is empty");
        assertProblem(amountChanged(JAN_5), "AMOUNT_CHANGED needs amount_minor");
        assertProblem(
                happened(Kind.CLOSE_DATE_CHANGED, JAN_5),
                "CLOSE_DATE_CHANGED needs expected_close_at");
        assertProblem(qualified(Qualification.NONE, JAN_5), "QUALIFIED needs qualification");
    }

    @Test
    void aMergeNeedsAnotherDeal() {
        assertProblem(merged("", JAN_5), "MERGED needs another deal in merged_into");
        assertProblem(merged("d-1", JAN_5), "MERGED needs another deal in merged_into");
        assertThat(merged("d-2", JAN_5).event().problem()).isEmpty();
    }

    @Test
    void revenueSplitsTotalAHundredPerCent() {
        assertProblem(splitSet(JAN_5), "SPLIT_SET needs splits");
        assertProblem(
                splitSet(JAN_5, revenue("ann", 60), revenue("bob", 30)),
                "revenue splits total 9000 basis points, not 10000");
        assertThat(splitSet(JAN_5, revenue("ann", 60), revenue("bob", 40)).event().problem())
                .isEmpty();
    }

    @Test
    void overlaySplitsDoNotCountTowardsTheHundredPerCent() {
        DealEvents splits = splitSet(JAN_5, revenue("ann", 100), overlay("eve", 50));

        assertThat(splits.event().problem()).isEmpty();
        assertThat(splitSet(JAN_5, overlay("eve", 50)).event().problem()).isEmpty();
    }

    @Test
    void aSplitHasARepAndIsAShare() {
        assertProblem(splitSet(JAN_5, revenue(" ", 100)), "a split has no rep_id");
        assertProblem(
                splitSet(JAN_5, revenue("ann", 110), revenue("bob", -10)), "a split is negative");
        assertProblem(
                splitSet(JAN_5, revenue("ann", 100), overlay("eve", 101)), "a split is over 100 %");
    }

    private static void assertProblem(DealEvents event, String problem) {
        assertThat(event.event().problem()).contains(problem);
    }
}
