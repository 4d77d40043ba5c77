package io.enablement.streaming.state;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.DealEvents;
import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.event.ContentEvent;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Catches a journey that goes with its state, and one that is dropped though touches that happened
 * in its time are still to be read.
 */
class FrozenJourneysTest {

    private static final AttributionRules RULES = new AttributionRules(90, 90, 90, 90, 30, 200, 6);

    /** Later than the horizon and 30 days after the close. */
    private static final long FROZEN = millis("2026-10-10T00:00:00Z");

    private static final long ALL_DROPPED = millis("2027-05-01T00:00:00Z");
    private static final int MODELS = 6;

    private AttributionRun run;

    @BeforeEach
    void winADeal() throws Exception {
        run = new AttributionRun(RULES);
        run.process(DealEvents.created(JAN_5).event());
        run.process(use("early").event());
        run.process(DealEvents.won(MAR_6).usd(100).event());
        run.checkpoint();
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void standAsTheyAre() throws Exception {
        run.watermark(ALL_DROPPED);
        run.process(DealEvents.deleted(FEB_4).event());
        run.process(use("late").event());
        run.checkpoint();

        assertThat(run.credits()).hasSize(MODELS);
        assertThat(run.kept()).isEqualTo(new AttributionRun.Kept(1, 0, 0, 0, 0));
    }

    @Test
    void takeTouchesAsLongAsTheseAreReadFromTheirTime() throws Exception {
        run.watermark(millis("2026-03-07T00:00:00Z"));
        run.watermarkOfDeals(FROZEN);

        run.process(use("late").event());
        run.checkpoint();

        assertThat(run.journeys().get("d-1").touches()).hasSize(2);
    }

    private static ContentEvents use(String id) {
        return ContentEvents.happened(ContentEvent.Kind.VIEWED, FEB_4).id(id);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
