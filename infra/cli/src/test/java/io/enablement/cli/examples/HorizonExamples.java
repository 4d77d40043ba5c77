package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Won within 90 days of the creation, of the deals that are 90 days old today. */
abstract class HorizonExamples {

    private static final String NINETY_DAYS_AGO = "2026-04-01T10:00:00Z";
    private static final String A_SECOND_LATER = "2026-04-01T10:00:01Z";

    static void tell(ExampleEvents events) {
        created(events, "old-won", NINETY_DAYS_AGO).won("2026-04-20");
        created(events, "old-lost", "2026-04-01T09:00:00Z").lost("2026-04-20");
        created(events, "young-won", A_SECOND_LATER).won("2026-04-20");
        created(events, "younger-won", "2026-04-15T10:00:00Z").won("2026-04-20");
        created(events, "in-time", "2026-03-01T10:00:00Z")
                .tell("WON", "2026-05-30T10:00:00Z", Map.of());
        created(events, "a-second-late", "2026-03-01T10:00:00Z")
                .tell("WON", "2026-05-30T10:00:01Z", Map.of());
        created(events, "very-young", "2026-05-05T10:00:00Z").won("2026-05-06");
    }

    private static ExampleDeal created(ExampleEvents events, String dealId, String at) {
        return events.deal("horizon-" + dealId).tell("CREATED", at, Map.of("owner", "horizon"));
    }

    @Test
    void dealsThatAreTooYoungStandOnNeitherSide() throws IOException {
        Shown april = results().rep("horizon", "2026-04");

        assertThat(april.number("horizon_win_rate")).isEqualTo(1.0 / 2);
        assertThat(april.number("created_win_rate")).isEqualTo(3.0 / 4);
    }

    @Test
    void aWinAfterTheHorizonIsNone() throws IOException {
        Shown march = results().rep("horizon", "2026-03");

        assertThat(march.number("horizon_win_rate")).isEqualTo(1.0 / 2);
        assertThat(march.number("created_win_rate")).isEqualTo(1);
    }

    @Test
    void aMonthWithoutAnOldDealHasNone() throws IOException {
        assertThat(results().rep("horizon", "2026-05").number("horizon_win_rate")).isNull();
    }
}
