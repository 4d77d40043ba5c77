package io.enablement.domain.metric;

import static io.enablement.domain.metric.RatioMetric.AVG_DEAL_AMOUNT;
import static io.enablement.domain.metric.RatioMetric.CLOSE_RATE_COUNT;
import static io.enablement.domain.metric.RatioMetric.CLOSE_RATE_VALUE;
import static io.enablement.domain.metric.RatioMetric.COMPLETION_RATE;
import static io.enablement.domain.metric.RatioMetric.COVERAGE;
import static io.enablement.domain.metric.RatioMetric.CREATED_WIN_RATE;
import static io.enablement.domain.metric.RatioMetric.DROP_RATE;
import static io.enablement.domain.metric.RatioMetric.EARLY_CONVERSION;
import static io.enablement.domain.metric.RatioMetric.LATE_CONVERSION;
import static io.enablement.domain.metric.RatioMetric.PASS_RATE;
import static io.enablement.domain.metric.RatioMetric.QUALIFIED_WIN_RATE;
import static io.enablement.domain.metric.RatioMetric.REQUEST_FULFILMENT;
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
                    .plus(Part.QUALIFIED_WON, 0, 6)
                    .plus(Part.CREATED_QUALIFIED, 0, 11)
                    .plus(Part.OPEN_DUE_AMOUNT, 0, 75_000)
                    .plus(Part.QUOTA, 0, 30_000);

    /** Ten reps of whom four completed; no two metrics give the same. */
    private static final Tally TRAININGS =
            Tally.NONE
                    .plus(Part.ENROLLED, 0, 10)
                    .plus(Part.ENROLLED_COMPLETED, 0, 4)
                    .plus(Part.COMPLETED, 0, 5)
                    .plus(Part.PASSED, 0, 6)
                    .plus(Part.FAILED, 0, 2)
                    .plus(Part.REQUESTED, 0, 8)
                    .plus(Part.REQUESTS_FULFILLED, 0, 7);

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

    @Test
    void earlyConversionIsQualifiedOfCreated() {
        assertThat(EARLY_CONVERSION.of(DEALS).value()).hasValue(0.55); // 11 of 20
    }

    @Test
    void lateConversionIsTheQualifiedWinRate() {
        assertThat(LATE_CONVERSION.of(DEALS)).isEqualTo(QUALIFIED_WIN_RATE.of(DEALS));
    }

    @Test
    void coverageIsWhatIsOpenPerQuota() {
        assertThat(COVERAGE.of(DEALS).value()).hasValue(2.5); // 75,000 ÷ 30,000
    }

    @Test
    void completionRateIsCompletedOfEnrolledAndLeavesOutWhoWasNeverEnrolled() {
        assertThat(COMPLETION_RATE.of(TRAININGS).value()).hasValue(0.4); // 4 of 10
    }

    @Test
    void passRateIsPassedOfAttempts() {
        assertThat(PASS_RATE.of(TRAININGS).value()).hasValue(0.75); // 6 of 6 + 2
    }

    @Test
    void requestFulfilmentIsFulfilledOfRequested() {
        assertThat(REQUEST_FULFILMENT.of(TRAININGS).value()).hasValue(0.875); // 7 of 8
    }

    @ParameterizedTest
    @EnumSource
    void isUnknownWhereNothingIsCounted(RatioMetric metric) {
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
    void sharesOfACountHaveAnInterval() {
        Interval interval = CLOSE_RATE_COUNT.interval(DEALS).orElseThrow();

        assertThat(interval.lower()).isEqualTo(0.1078, within(0.00005));
        assertThat(interval.upper()).isEqualTo(0.6032, within(0.00005));
    }

    @Test
    void moneyAndOddsHaveNone() {
        assertThat(CLOSE_RATE_VALUE.interval(DEALS)).isEmpty();
        assertThat(WIN_LOSS_RATIO.interval(DEALS)).isEmpty();
        assertThat(AVG_DEAL_AMOUNT.interval(DEALS)).isEmpty();
        assertThat(COVERAGE.interval(DEALS)).isEmpty();
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
                        "avg_deal_amount",
                        "early_conversion",
                        "late_conversion",
                        "coverage",
                        "completion_rate",
                        "pass_rate",
                        "request_fulfilment");
    }
}
