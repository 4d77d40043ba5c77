package io.enablement.domain.metric;

import static io.enablement.domain.metric.RatioMetric.AVG_DEAL_AMOUNT;
import static io.enablement.domain.metric.RatioMetric.CLOSE_RATE_COUNT;
import static io.enablement.domain.metric.RatioMetric.CLOSE_RATE_VALUE;
import static io.enablement.domain.metric.RatioMetric.CREATED_WIN_RATE;
import static io.enablement.domain.metric.RatioMetric.DROP_RATE;
import static io.enablement.domain.metric.RatioMetric.QUALIFIED_WIN_RATE;
import static io.enablement.domain.metric.RatioMetric.WIN_LOSS_RATIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.domain.deal.Part;
import io.enablement.domain.rep.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RatioMetricTest {

    /** Three won, seven lost, four dropped; no two metrics give the same. */
    private static final Tally DEALS =
            Tally.NONE
                    .plus(Part.CREATED, 0, 20)
                    .plus(Part.CREATED_WON, 0, 4)
                    .plus(Part.WON, 0, 3)
                    .plus(Part.LOST, 0, 7)
                    .plus(Part.DROPPED, 0, 4)
                    .plus(Part.WON_PRICED, 0, 2)
                    .plus(Part.WON_AMOUNT, 0, 9_000)
                    .plus(Part.LOST_AMOUNT, 0, 3_000)
                    .plus(Part.QUALIFIED, 0, 12)
                    .plus(Part.QUALIFIED_WON, 0, 6);

    @Test
    void closeRateByCountIsWonOfClosed() {
        assertThat(CLOSE_RATE_COUNT.of(DEALS).value()).hasValue(0.3); // 3 of 3 + 7
    }

    @Test
    void closeRateByValueIsWonOfClosedAmounts() {
        assertThat(CLOSE_RATE_VALUE.of(DEALS).value()).hasValue(0.75); // 9,000 of 12,000
    }

    @Test
    void createdWinRateHasOpenDealsInTheDenominator() {
        assertThat(CREATED_WIN_RATE.of(DEALS).value()).hasValue(0.2); // 4 of 20
    }

    @Test
    void qualifiedWinRateIsWonOfDecisionsToWork() {
        assertThat(QUALIFIED_WIN_RATE.of(DEALS).value()).hasValue(0.5); // 6 of 12
    }

    @Test
    void dropRateIsDroppedOfDecided() {
        assertThat(DROP_RATE.of(DEALS).value()).hasValue(0.25); // 4 of 12 + 4
    }

    @Test
    void winLossRatioIsWonPerLost() {
        assertThat(WIN_LOSS_RATIO.of(DEALS).value()).hasValue(3.0 / 7);
    }

    @Test
    void averageAmountLeavesOutWonDealsWithoutAnAmount() {
        assertThat(AVG_DEAL_AMOUNT.of(DEALS).value()).hasValue(4_500); // 9,000 ÷ 2
    }

    @ParameterizedTest
    @EnumSource
    void isUnknownWithoutDeals(RatioMetric metric) {
        assertThat(metric.of(Tally.NONE).value()).isEmpty();
        assertThat(metric.interval(Tally.NONE)).isEmpty();
    }

    @Test
    void isZeroAndNotUnknownWhereEverythingWasLost() {
        Tally lost = Tally.NONE.plus(Part.LOST, 0, 2);

        assertThat(CLOSE_RATE_COUNT.of(lost).value()).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void aQuarterIsTheSumOfItsMonths(RatioMetric metric) {
        Tally other = DEALS.plus(Part.LOST, 0, 90).plus(Part.CREATED, 0, 100);

        assertThat(metric.of(DEALS).plus(metric.of(other))).isEqualTo(metric.of(DEALS.plus(other)));
        assertThat(Ratio.NONE.plus(metric.of(DEALS))).isEqualTo(metric.of(DEALS));
    }

    @Test
    void sharesOfDealsHaveAnInterval() {
        Interval interval = CLOSE_RATE_COUNT.interval(DEALS).orElseThrow();

        assertThat(interval.lower()).isEqualTo(0.1078, within(0.00005));
        assertThat(interval.upper()).isEqualTo(0.6032, within(0.00005));
    }

    @Test
    void moneyAndOddsHaveNone() {
        assertThat(CLOSE_RATE_VALUE.interval(DEALS)).isEmpty();
        assertThat(WIN_LOSS_RATIO.interval(DEALS)).isEmpty();
        assertThat(AVG_DEAL_AMOUNT.interval(DEALS)).isEmpty();
    }

    @Test
    void isStoredUnderItsName() {
        assertThat(RatioMetric.values())
                .extracting(RatioMetric::id)
                .containsExactly(
                        "close_rate_count",
                        "close_rate_value",
                        "created_win_rate",
                        "qualified_win_rate",
                        "drop_rate",
                        "win_loss_ratio",
                        "avg_deal_amount");
    }
}
