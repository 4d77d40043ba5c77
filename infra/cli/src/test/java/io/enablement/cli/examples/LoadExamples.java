package io.enablement.cli.examples;

import static io.enablement.cli.examples.ExampleDeal.many;
import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What reps and managers have open today. */
abstract class LoadExamples {

    private static final String STAGE = "waiting";

    /** The stage was left ten times, each after ten days. */
    static void tell(ExampleEvents events) {
        managed(events, "loaded");
        managed(events, "light");
        managed(events, "former").employment("LEFT", "2026-02-01", Map.of());
        many(events, "usual", 10)
                .forEach(
                        deal ->
                                deal.createdIn(STAGE, 1, "2026-01-05", "others")
                                        .lost("2026-01-15"));
        events.deal("load-1")
                .createdIn(STAGE, 1, "2026-06-01", "loaded")
                .worth("2026-06-02", "100");
        events.deal("load-2")
                .createdIn(STAGE, 1, "2026-06-25", "loaded")
                .worth("2026-06-26", "200");
        events.deal("load-3").createdIn(STAGE, 1, "2026-06-20", "loaded");
        events.deal("load-4").createdIn(STAGE, 1, "2026-06-20", "light");
        events.deal("load-5").createdIn(STAGE, 1, "2026-01-10", "light").won("2026-01-20");
    }

    private static ExampleRep managed(ExampleEvents events, String rep) {
        return events.rep(rep)
                .employment(
                        "HIRED", "2024-01-01", Map.of("team", "loads", "manager", "load-manager"));
    }

    @Test
    void aRepHasTheDealsThatAreOpenToday() throws IOException {
        Shown loaded = results().one("rep_load", Map.of("rep_id", "loaded"));

        assertThat(loaded.number("open_deals")).isEqualTo(3);
        assertThat(loaded.number("open_amount_minor")).isEqualTo(10_000 + 20_000);
        assertThat(loaded.text("manager")).isEqualTo("load-manager");
    }

    @Test
    void aDealIsStuckWhenNineInTenHaveMovedOnSooner() throws IOException {
        // 29, 5 and 10 days in a stage which nine in ten leave within 10.
        Shown loaded = results().one("rep_load", Map.of("rep_id", "loaded"));

        assertThat(loaded.number("stuck_deals")).isEqualTo(1);
        assertThat(loaded.number("share_of_stuck_deals")).isCloseTo(1.0 / 3, within(1e-9));
    }

    @Test
    void whoHasLeftWithoutADealIsNotShown() throws IOException {
        assertThat(results().all("rep_load", Map.of("rep_id", "former"))).isEmpty();
    }

    @Test
    void aManagerHasTheDealsOfThoseWhoReport() throws IOException {
        Shown manager = results().one("manager_load", Map.of("manager", "load-manager"));

        assertThat(manager.number("reps")).isEqualTo(2);
        assertThat(manager.number("open_deals")).isEqualTo(4);
        assertThat(manager.number("open_deals_per_rep")).isEqualTo(2);
        assertThat(manager.number("most_open_deals_of_a_rep")).isEqualTo(3);
        assertThat(manager.number("share_of_stuck_deals")).isEqualTo(1.0 / 4);
    }
}
