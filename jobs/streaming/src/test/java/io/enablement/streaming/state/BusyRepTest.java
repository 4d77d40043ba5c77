package io.enablement.streaming.state;

import static io.enablement.domain.Times.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.DealEvents;
import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.attribution.Journey;
import io.enablement.domain.attribution.JourneyFlag;
import io.enablement.domain.attribution.RuleModel;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A rep with thousands of uses of content and many deals. What is sent and written is bounded by
 * the deals that close and by the touches that a journey may have, never by uses × deals. Catches
 * work for open deals, and lists that are sent for each touch.
 */
class BusyRepTest {

    private static final int USES = 3_000;
    private static final int DEALS = 40;
    private static final int LINKS_PER_DEAL = 2; // the deal's own and its owner's
    private static final AttributionRules RULES = AttributionRules.DEFAULT;
    private static final int MOST_ROWS_PER_DEAL =
            1 + RULES.touchesPerDeal() * (1 + RuleModel.values().length);

    private AttributionRun run;

    @BeforeEach
    void workForAYear() throws Exception {
        run = new AttributionRun(RULES);
        for (int deal = 0; deal < DEALS; deal++) {
            run.process(DealEvents.created(day(deal)).dealId("d-" + deal).event());
        }
        for (int use = 0; use < USES; use++) {
            run.process(use(use, day(use / 10)));
        }
        run.checkpoint();
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void costsNothingAsLongAsTheDealsAreOpen() {
        assertThat(run.linkMessages()).isZero();
        assertThat(run.rows()).isZero();
    }

    @Test
    void costsOneListForEachLinkOfADealThatCloses() throws Exception {
        closeAll();

        assertThat(run.linkMessages()).isEqualTo(DEALS * LINKS_PER_DEAL);
        assertThat(run.rows()).isBetween((long) DEALS, (long) DEALS * MOST_ROWS_PER_DEAL);
    }

    @Test
    void showsHowManyTouchesAreLeftOut() throws Exception {
        closeAll();

        assertThat(run.journeys().values())
                .allMatch(journey -> journey.touches().size() == RULES.touchesPerDeal())
                .allMatch(journey -> journey.flags().contains(JourneyFlag.CAPPED))
                .allMatch(journey -> journey.leftOut() > 0);
        Journey first = run.journeys().get("d-0");
        assertThat(first.touches().size() + first.leftOut()).isEqualTo(USES);
    }

    @Test
    void restatesDealsOnceHoweverManyTouchesComeLate() throws Exception {
        closeAll();
        long before = run.linkMessages();

        for (int use = 0; use < 50; use++) {
            run.process(use(USES + use, day(250)));
        }
        run.checkpoint();

        assertThat(run.linkMessages() - before).isEqualTo(DEALS);
    }

    @Test
    void tellsNoDealOfATouchThatIsLaterThanAllOfThem() throws Exception {
        closeAll();
        long before = run.linkMessages();

        run.process(use(USES, day(301)));
        run.checkpoint();

        assertThat(run.linkMessages()).isEqualTo(before);
    }

    private void closeAll() throws Exception {
        for (int deal = 0; deal < DEALS; deal++) {
            run.process(DealEvents.won(day(300)).dealId("d-" + deal).usd(100_000).event());
        }
        run.checkpoint();
    }

    private static Event use(int number, Moment at) {
        return ContentEvents.happened(ContentEvent.Kind.VIEWED, at).id("use-" + number).event();
    }
}
