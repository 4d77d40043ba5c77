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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A rep with thousands of uses of content and many deals. What is sent and written is bounded by
 * the deals that close and by the touches that a journey may have, never by uses × deals. Catches
 * work for open deals, and lists that are sent for each touch.
 */
class BusyRepTest {

    private static final int USES = 3_000;
    private static final int LATE_USES = 50;
    private static final int DEALS = 40;
    private static final int LINKS_PER_DEAL = 2; // the deal's own and its owner's
    private static final AttributionRules RULES = AttributionRules.DEFAULT;
    private static final int MOST_ROWS_PER_DEAL =
            1 + RULES.touchesPerDeal() * (1 + RuleModel.values().length);

    private static AttributionRun run;
    private static long listsWhileOpen;
    private static long rowsWhileOpen;
    private static long listsOfCloses;
    private static long listsOfLateTouches;
    private static long listsOfALaterTouch;

    @BeforeAll
    static void workForAYear() throws Exception {
        run = new AttributionRun(RULES);
        for (int deal = 0; deal < DEALS; deal++) {
            run.process(DealEvents.created(day(deal)).dealId("d-" + deal).event());
        }
        for (int use = 0; use < USES; use++) {
            run.process(use(use, day(use / 10)));
        }
        listsWhileOpen = listsOfCheckpoint();
        rowsWhileOpen = run.rows();

        for (int deal = 0; deal < DEALS; deal++) {
            run.process(DealEvents.won(day(300)).dealId("d-" + deal).usd(100_000).event());
        }
        listsOfCloses = listsOfCheckpoint();

        for (int late = 0; late < LATE_USES; late++) {
            run.process(use(USES + late, day(250)));
        }
        listsOfLateTouches = listsOfCheckpoint();

        run.process(use(USES + LATE_USES, day(301)));
        listsOfALaterTouch = listsOfCheckpoint();
    }

    @AfterAll
    static void close() {
        run.close();
    }

    @Test
    void costsNothingAsLongAsTheDealsAreOpen() {
        assertThat(listsWhileOpen).isZero();
        assertThat(rowsWhileOpen).isZero();
    }

    @Test
    void costsOneListForEachLinkOfADealThatCloses() {
        assertThat(listsOfCloses).isEqualTo(DEALS * LINKS_PER_DEAL);
    }

    @Test
    void restatesDealsOnceHoweverManyTouchesComeLate() {
        assertThat(listsOfLateTouches).isEqualTo(DEALS);
        assertThat(run.rows()).isBetween((long) DEALS, 2L * DEALS * MOST_ROWS_PER_DEAL);
    }

    @Test
    void tellsNoDealOfATouchThatIsLaterThanAllOfThem() {
        assertThat(listsOfALaterTouch).isZero();
    }

    @Test
    void showsHowManyTouchesAreLeftOut() {
        assertThat(run.journeys().values())
                .allMatch(journey -> journey.touches().size() == RULES.touchesPerDeal())
                .allMatch(journey -> journey.flags().contains(JourneyFlag.CAPPED))
                .allMatch(journey -> journey.leftOut() > 0);
        Journey first = run.journeys().get("d-0");
        assertThat(first.touches().size() + first.leftOut()).isEqualTo(USES + LATE_USES);
    }

    private static long listsOfCheckpoint() throws Exception {
        long before = run.linkMessages();
        run.checkpoint();
        return run.linkMessages() - before;
    }

    private static Event use(int number, Moment at) {
        return ContentEvents.happened(ContentEvent.Kind.VIEWED, at).id("use-" + number).event();
    }
}
