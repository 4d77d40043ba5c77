package io.enablement.streaming.state;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Rejection.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Catches a dead letter that nobody writes, or that another job writes too. */
class KeepTouchesTest {

    private static final AttributionRules RULES = new AttributionRules(90, 90, 90, 90, 30, 200, 6);

    private AttributionRun run;

    @BeforeEach
    void open() throws Exception {
        run = new AttributionRun(RULES);
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void putAsideWhichOfTwoContentsLosesThatOnlyABuyerUsed() throws Exception {
        run.process(byABuyer().contentId("c-1").event());
        run.process(byABuyer().contentId("c-2").recorded(FEB_4).event());

        assertThat(run.deadLetters())
                .extracting(letter -> letter.rejection().reason())
                .containsExactly(Reason.CONFLICT);
    }

    @Test
    void leaveTheContentOfRepsToTheJobThatKeepsTheirTimelines() throws Exception {
        run.process(byABuyer().repId("ann").contentId("c-1").event());
        run.process(byABuyer().repId("ann").contentId("c-2").recorded(FEB_4).event());

        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    void putAsideWhatABuyerUsedAmongContentThatIsDropped() throws Exception {
        run.process(byABuyer().event());
        run.watermark(Instant.parse("2027-06-01T00:00:00Z").toEpochMilli());

        run.process(byABuyer().id("late").event());

        List<DeadLetter> letters = run.deadLetters();
        assertThat(letters)
                .extracting(letter -> letter.rejection().reason())
                .containsExactly(Reason.FROZEN);
    }

    private static ContentEvents byABuyer() {
        return ContentEvents.happened(ContentEvent.Kind.BUYER_VIEWED, JAN_5)
                .id("e-1")
                .repId("")
                .dealId("d-1");
    }
}
