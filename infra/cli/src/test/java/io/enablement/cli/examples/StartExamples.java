package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long it takes from the first day to the first deal, and to the full quota. */
abstract class StartExamples {

    private static final String FIRST_DAY = "2026-01-01";

    static void tell(ExampleEvents events) {
        starts(events, "first-10").won("2026-01-11");
        events.rep("gone-after-20")
                .hired(FIRST_DAY, "starters")
                .employment("LEFT", "2026-01-21", Map.of());
        starts(events, "first-30").won("2026-01-31");
        starts(events, "first-40").won("2026-02-10");
        starts(events, "first-never").lost("2026-02-10");
        events.rep("climber")
                .hired(FIRST_DAY, "climbers")
                .quota("2026-01-02", "2026-01", "100")
                .quota("2026-02-02", "2026-02", "100")
                .quota("2026-03-02", "2026-03", "100");
        credit(events, "2026-01-20", "50");
        credit(events, "2026-02-20", "99");
        credit(events, "2026-03-20", "100");
    }

    private static ExampleDeal starts(ExampleEvents events, String rep) {
        events.rep(rep).hired(FIRST_DAY, "starters");
        return events.deal(rep).created("2026-01-05", rep);
    }

    private static void credit(ExampleEvents events, String day, String amount) {
        events.deal("climber-" + day).created("2026-01-05", "climber", amount).won(day);
    }

    @Test
    void whoHasNoDealYetCountsForAsLongAsSeen() throws IOException {
        // Of 5 left: day 10, 4/5; day 20, one leaves; day 30, 4/5 × 2/3 = 8/15;
        // day 40, 8/15 × 1/2 = 4/15. Without those who have none it would be day 30.
        assertThat(results().team("starters", "2026-01").number("time_to_first_deal_days"))
                .isEqualTo(40);
    }

    @Test
    void whenFewerThanHalfHaveOneThereIsNoMedian() throws IOException {
        assertThat(results().rep("first-never", "2026-01").number("time_to_first_deal_days"))
                .isNull();
    }

    @Test
    void theMedianBelongsToTheMonthOfTheHire() throws IOException {
        assertThat(results().team("starters", "2026-02").number("time_to_first_deal_days"))
                .isNull();
    }

    @Test
    void aRepIsRampedUpInTheFirstMonthAtTheFullQuota() throws IOException {
        assertThat(results().rep("climber", "2026-01").number("ramp_months")).isEqualTo(3);
    }
}
