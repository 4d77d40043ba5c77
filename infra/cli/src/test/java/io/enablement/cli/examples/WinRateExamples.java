package io.enablement.cli.examples;

import static io.enablement.cli.examples.ExampleDeal.many;
import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Win rates, each with its own denominator. */
abstract class WinRateExamples {

    private static final Offset<Double> FOUR_DIGITS = within(0.00005);
    private static final Offset<Double> EXACTLY = within(1e-9);

    static void tell(ExampleEvents events) {
        closed(events, "three-of-ten", 3, 7);
        closed(events, "twenty-of-hundred", 20, 80);
        events.deal("value-won").created("2026-01-05", "value", "900").won("2026-01-20");
        events.deal("value-lost").created("2026-01-05", "value", "100").lost("2026-01-20");
        tellCreated(events);
        tellQualified(events);
        tellDropped(events);
        events.deal("later-won")
                .created("2026-01-05", "later", "100")
                .qualified("2026-01-10", "DROPPED")
                .won("2026-02-10");
        events.deal("deferred")
                .created("2026-01-05", "deferring", "100")
                .qualified("2026-01-10", "DEFERRED");
        events.deal("type-1").project().created("2026-01-05", "types").won("2026-01-20");
        many(events, "type-2", 2)
                .forEach(deal -> deal.created("2026-01-05", "types").lost("2026-01-20"));
        events.rep("nothing").uses("paper", "2026-01-05", Map.of());
    }

    private static void closed(ExampleEvents events, String rep, int won, int lost) {
        many(events, rep + "-won", won)
                .forEach(deal -> deal.created("2026-01-05", rep).won("2026-01-20"));
        many(events, rep + "-lost", lost)
                .forEach(deal -> deal.created("2026-01-05", rep).lost("2026-01-20"));
    }

    /** Four created in January: one is won in March, one lost, two are open. */
    private static void tellCreated(ExampleEvents events) {
        events.deal("created-won").created("2026-01-05", "creating").won("2026-03-05");
        events.deal("created-lost").created("2026-01-06", "creating").lost("2026-01-20");
        many(events, "created-open", 2).forEach(deal -> deal.created("2026-01-07", "creating"));
    }

    /** Four qualified in January: one is won in March, one dropped in February, two are open. */
    private static void tellQualified(ExampleEvents events) {
        List<ExampleDeal> deals = many(events, "qualified", 4);
        deals.forEach(
                deal -> deal.created("2025-12-05", "qualifying").qualified("2026-01-10", "WORK"));
        deals.get(0).won("2026-03-05");
        deals.get(1).qualified("2026-02-10", "DROPPED");
    }

    /** Three worked on and one dropped in January, of deals created in December. */
    private static void tellDropped(ExampleEvents events) {
        many(events, "worked", 3)
                .forEach(
                        deal ->
                                deal.created("2025-12-05", "dropping")
                                        .qualified("2026-01-10", "WORK"));
        events.deal("dropped").created("2025-12-05", "dropping").qualified("2026-01-11", "DROPPED");
    }

    @Test
    void threeOfTenHaveTheirWilsonInterval() throws IOException {
        Shown january = results().rep("three-of-ten", "2026-01");

        assertThat(january.number("close_rate_count")).isCloseTo(0.3, EXACTLY);
        assertThat(january.number("close_rate_count_low")).isCloseTo(0.1078, FOUR_DIGITS);
        assertThat(january.number("close_rate_count_high")).isCloseTo(0.6032, FOUR_DIGITS);
    }

    @Test
    void twentyOfHundredHaveTheirWilsonInterval() throws IOException {
        Shown january = results().rep("twenty-of-hundred", "2026-01");

        assertThat(january.number("close_rate_count")).isCloseTo(0.2, EXACTLY);
        assertThat(january.number("close_rate_count_low")).isCloseTo(0.1334, FOUR_DIGITS);
        assertThat(january.number("close_rate_count_high")).isCloseTo(0.2888, FOUR_DIGITS);
    }

    @Test
    void winLossRatioIsWonByLost() throws IOException {
        assertThat(results().rep("three-of-ten", "2026-01").number("win_loss_ratio"))
                .isCloseTo(3.0 / 7, EXACTLY);
    }

    @Test
    void closeRateByValueWeighsDealsByTheirAmount() throws IOException {
        Shown january = results().rep("value", "2026-01");

        assertThat(january.number("close_rate_count")).isCloseTo(0.5, EXACTLY);
        assertThat(january.number("close_rate_value")).isCloseTo(900.0 / (900 + 100), EXACTLY);
    }

    @Test
    void createdWinRateHasOpenDealsInItsDenominator() throws IOException {
        Shown january = results().rep("creating", "2026-01");

        assertThat(january.number("created_win_rate")).isCloseTo(1.0 / 4, EXACTLY);
        assertThat(january.number("close_rate_count")).isZero();
    }

    @Test
    void createdWinRateBelongsToThePeriodOfTheCreation() throws IOException {
        assertThat(results().rep("creating", "2026-03").number("created_win_rate")).isNull();
    }

    @Test
    void qualifiedWinRateIsNotMendedByLaterDisqualification() throws IOException {
        assertThat(results().rep("qualifying", "2026-01").number("qualified_win_rate"))
                .isCloseTo(1.0 / 4, EXACTLY);
    }

    @Test
    void dropRateCountsDecisionsInTheirMonth() throws IOException {
        Shown january = results().rep("dropping", "2026-01");

        assertThat(january.number("drop_rate")).isCloseTo(1.0 / (3 + 1), EXACTLY);
        assertThat(results().rep("dropping", "2025-12").number("drop_rate")).isNull();
    }

    @Test
    void aDroppedDealIsNeitherWonNorLost() throws IOException {
        Shown january = results().rep("dropping", "2026-01");

        assertThat(january.number("deals_dropped")).isEqualTo(1);
        assertThat(january.number("close_rate_count")).isNull();
        assertThat(results().deal("dropped").text("status")).isEqualTo("dropped");
    }

    @Test
    void aLaterWinBeatsTheDrop() throws IOException {
        Shown january = results().rep("later", "2026-01");

        assertThat(january.number("deals_dropped")).isZero();
        assertThat(january.number("created_win_rate")).isEqualTo(1);
        assertThat(results().rep("later", "2026-02").number("deals_won")).isEqualTo(1);
        assertThat(results().deal("later-won").text("status")).isEqualTo("won");
    }

    @Test
    void aDeferredDealIsOpen() throws IOException {
        Shown january = results().rep("deferring", "2026-01");

        assertThat(january.number("created_win_rate")).isZero();
        assertThat(january.number("close_rate_count")).isNull();
        assertThat(january.number("drop_rate")).isNull();
        assertThat(results().deal("deferred").text("status")).isEqualTo("open");
        assertThat(results().deal("deferred").text("qualification")).isEqualTo("deferred");
    }

    @Test
    void dealTypesAreReportedApartAndTogether() throws IOException {
        assertThat(results().rep("types", "2026-01", "project").number("close_rate_count"))
                .isEqualTo(1);
        assertThat(results().rep("types", "2026-01", "transactional").number("close_rate_count"))
                .isZero();
        assertThat(results().rep("types", "2026-01").number("close_rate_count"))
                .isCloseTo(1.0 / 3, EXACTLY);
    }

    @Test
    void anEmptyDenominatorGivesNull() throws IOException {
        Shown january = results().rep("nothing", "2026-01");

        assertThat(
                        List.of(
                                "close_rate_count",
                                "close_rate_count_low",
                                "close_rate_count_high",
                                "close_rate_value",
                                "created_win_rate",
                                "created_win_rate_low",
                                "created_win_rate_high",
                                "qualified_win_rate",
                                "qualified_win_rate_low",
                                "qualified_win_rate_high",
                                "drop_rate",
                                "win_loss_ratio",
                                "avg_deal_amount_minor",
                                "sales_velocity_minor",
                                "cycle_days_won_median",
                                "cycle_days_won_mean",
                                "cycle_days_won_p90",
                                "cycle_days_lost_median",
                                "cycle_days_lost_mean",
                                "cycle_days_lost_p90",
                                "quota_attainment",
                                "share_of_reps_at_quota",
                                "median_rep_attainment",
                                "attainment_spread"))
                .allSatisfy(metric -> assertThat(january.number(metric)).as(metric).isNull());
    }
}
