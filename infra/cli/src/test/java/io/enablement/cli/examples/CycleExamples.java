package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Cycle times, and the deal that is lost and re-opened. */
abstract class CycleExamples {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final double DAY = 86_400e6;

    private static final String DAY_0 = "2026-01-05";
    private static final String DAY_10 = "2026-01-15";
    private static final String DAY_20 = "2026-01-25";
    private static final String DAY_50 = "2026-02-24";
    private static final String DAY_60 = "2026-03-06";

    static void tell(ExampleEvents events) {
        List.of("2026-03-21", "2026-03-11", "2026-03-01", "2026-02-19")
                .forEach(
                        day ->
                                events.deal("cycle-" + day)
                                        .created(day, "cycles")
                                        .won("2026-03-31"));
        List.of("2026-03-26", "2026-03-16")
                .forEach(
                        day ->
                                events.deal("cycle-" + day)
                                        .created(day, "cycles")
                                        .lost("2026-03-31"));
        events.deal("hours")
                .tell("CREATED", "2026-01-05T06:00:00Z", Map.of("owner", "hours"))
                .tell("WON", "2026-01-15T18:00:00Z", Map.of());
        events.deal("dated")
                .tell("CREATED", "2026-01-05T15:00:00Z", Map.of("owner", "dated"))
                .tell("WON", "2026-01-12", Map.of());
        lost(events, "as-known-on-day-30", "half-way");
        lost(events, "re-opened", "persistent").reopened(DAY_50, "B", 2).won(DAY_60);
    }

    private static ExampleDeal lost(ExampleEvents events, String dealId, String owner) {
        return events.deal(dealId)
                .createdIn("A", 1, DAY_0, owner)
                .enters(DAY_10, "B", 2)
                .lost(DAY_20);
    }

    @Test
    void wonDealsOf10And20And30And40DaysHaveTypeSevenQuantiles() throws IOException {
        Shown march = results().rep("cycles", "2026-03");

        assertThat(march.number("cycle_days_won_median")).isCloseTo(25, EXACTLY);
        assertThat(march.number("cycle_days_won_mean")).isCloseTo(25, EXACTLY);
        assertThat(march.number("cycle_days_won_p90")).isCloseTo(30 + 0.7 * 10, EXACTLY);
    }

    @Test
    void lostDealsOf5And15DaysAreMeasuredApart() throws IOException {
        Shown march = results().rep("cycles", "2026-03");

        assertThat(march.number("cycle_days_lost_median")).isCloseTo(10, EXACTLY);
        assertThat(march.number("cycle_days_lost_mean")).isCloseTo(10, EXACTLY);
        assertThat(march.number("cycle_days_lost_p90")).isCloseTo(5 + 0.9 * 10, EXACTLY);
    }

    @Test
    void theMeanIsOfElapsedTimeAndTheMedianOfCalendarDates() throws IOException {
        Shown january = results().rep("hours", "2026-01");

        assertThat(january.number("cycle_days_won_mean")).isCloseTo(10.5, EXACTLY);
        assertThat(january.number("cycle_days_won_median")).isCloseTo(10, EXACTLY);
    }

    @Test
    void aCloseKnownToTheDayIsMeasuredInWholeDays() throws IOException {
        Shown january = results().rep("dated", "2026-01");

        assertThat(january.number("cycle_days_won_mean")).isCloseTo(7, EXACTLY);
        assertThat(january.number("cycle_days_won_median")).isCloseTo(7, EXACTLY);
    }

    @Test
    void theReopenedDealTook60DaysAndWasOpenFor30() throws IOException {
        Shown deal = results().deal("re-opened");

        assertThat(deal.text("status")).isEqualTo("won");
        assertThat(deal.number("elapsed_days")).isEqualTo(60);
        assertThat(deal.number("elapsed_micros")).isEqualTo(60 * DAY);
        assertThat(deal.number("active_micros")).isEqualTo(30 * DAY);
        assertThat(deal.number("reopen_count")).isEqualTo(1);
    }

    @Test
    void theReopenedDealWas10DaysInEachStageLatestAnd20InTheSecondTogether() throws IOException {
        Shown first = stage("A");
        Shown second = stage("B");

        assertThat(first.number("latest_micros")).isEqualTo(10 * DAY);
        assertThat(first.number("cumulative_micros")).isEqualTo(10 * DAY);
        assertThat(second.number("latest_micros")).isEqualTo(10 * DAY);
        assertThat(second.number("cumulative_micros")).isEqualTo(20 * DAY);
        assertThat(second.number("entries")).isEqualTo(2);
    }

    @Test
    void asKnownOnDay30ItIsLost() throws IOException {
        assertThat(results().deal("as-known-on-day-30").text("status")).isEqualTo("lost");
        assertThat(results().rep("half-way", "2026-01").number("deals_lost")).isEqualTo(1);
    }

    @Test
    void theFinalOutcomeCountsInThePeriodOfTheFinalClose() throws IOException {
        assertThat(results().rep("persistent", "2026-01").number("deals_lost")).isZero();
        assertThat(results().rep("persistent", "2026-02").number("deals_reopened")).isEqualTo(1);
        assertThat(results().rep("persistent", "2026-03").number("deals_won")).isEqualTo(1);
        assertThat(results().rep("persistent", "2026-03").number("cycle_days_won_mean"))
                .isCloseTo(60, EXACTLY);
    }

    @Test
    void theLedgerShowsThatTheEarlierPeriodWasRestated() throws IOException {
        List<Shown> entries =
                results().all("current_rep_ledger", Map.of("subject", "re-opened", "part", "lost"));

        assertThat(entries).extracting(entry -> entry.text("month")).containsOnly("2026-01-01");
        assertThat(entries)
                .extracting(entry -> entry.number("amount"))
                .containsExactlyInAnyOrder(1.0, -1.0);
    }

    private static Shown stage(String stage) throws IOException {
        return results().one("current_deal_stage", Map.of("deal_id", "re-opened", "stage", stage));
    }
}
