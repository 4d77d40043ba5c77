package io.enablement.streaming.state;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_1;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.RepEvents;
import io.enablement.domain.TrainingEvents;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Rejection.Reason;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Retention;
import io.enablement.domain.event.TrainingEvent.Kind;
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.domain.rep.Subject;
import io.enablement.domain.rep.Tally;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Catches what is dropped of a rep before its time, and totals that are dropped with it. */
class FrozenTimelinesTest {

    private static final long SINCE = millis("2026-09-04T00:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, RepInput, CohortTally> harness;

    @BeforeEach
    void open() throws Exception {
        harness = OpenOperators.keepRepTimelines(new Retention(6));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void moveADealWithTheTeamUntilAllSourcesHaveComeSoFar() throws Exception {
        process(RepInput.of(RepEvents.hired(JAN_1).team("north").event()));
        process(wonDeal(JAN_20));
        process(RepInput.of("ann", new FrozenDeal("d-1", SINCE)));
        harness.processWatermark(SINCE - 1);
        process(move());

        assertThat(ledger())
                .extracting(LedgerEntry::subject, entry -> entry.entry().month().label().team())
                .contains(tuple("d-1", "south"));
    }

    @Test
    void leaveAFrozenDealWhereItWas() throws Exception {
        process(RepInput.of(RepEvents.hired(JAN_1).team("north").event()));
        process(wonDeal(JAN_20));
        process(RepInput.of("ann", new FrozenDeal("d-1", SINCE)));
        harness.processWatermark(millis("2026-12-31T00:00:00Z"));
        process(move());

        assertThat(ledger())
                .extracting(entry -> entry.entry().month().label().team())
                .containsExactly("north");
    }

    @Test
    void bringFrozenMonthsIntoACohort() throws Exception {
        process(wonDeal(JAN_20));
        process(RepInput.of("ann", new FrozenDeal("d-1", SINCE)));
        harness.processWatermark(millis("2026-12-31T00:00:00Z"));
        process(RepInput.of(TrainingEvents.happened(Kind.PASSED, FEB_4).event()));

        Tally cohorts =
                harness.extractOutputValues().stream()
                        .map(CohortTally::tally)
                        .reduce(Tally.NONE, Tally::plus);
        assertThat(cohorts.sum(Part.WON)).isEqualTo(1);
    }

    @Test
    void takeNoUseAmongThoseThatAreDropped() throws Exception {
        process(use("old", JAN_5));
        harness.processWatermark(millis("2026-12-31T00:00:00Z"));
        process(use("old", JAN_5));

        assertThat(SideOutputs.of(harness, Refused.DEAD_LETTERS))
                .extracting(letter -> letter.rejection().reason())
                .containsExactly(Reason.FROZEN);
        assertThat(SideOutputs.of(harness, RepMonths.MONTHS)).hasSize(1);
    }

    @Test
    void takeOldUsesWhereNoneWereDropped() throws Exception {
        harness.processWatermark(millis("2030-01-01T00:00:00Z"));
        process(use("old", JAN_5));
        process(use("older", JAN_1));
        process(use("old", JAN_5));

        assertThat(SideOutputs.of(harness, Refused.DEAD_LETTERS)).isEmpty();
        assertThat(SideOutputs.of(harness, RepMonths.MONTHS)).hasSize(2);
    }

    @Test
    void rememberAVoidAsLongAsItsTarget() throws Exception {
        process(
                RepInput.of(
                        ContentEvents.happened(ContentEvent.Kind.VOIDED, JAN_5)
                                .target("test", "e-1")
                                .event()));
        process(use("e-1", at("2026-06-01T00:00:00Z")));
        harness.processWatermark(millis("2026-12-01T00:00:00Z"));
        process(move());

        assertThat(SideOutputs.of(harness, RepMonths.MONTHS)).isEmpty();
    }

    private static RepInput wonDeal(Moment at) {
        Subject deal = Subject.ofDeal("d-1", "", List.of(new Posting(Part.WON, 0, 1, at)));
        return RepInput.of("ann", deal, new Cause("deal", "crm", "e-1"));
    }

    private static RepInput use(String id, Moment at) {
        return RepInput.of(ContentEvents.happened(ContentEvent.Kind.VIEWED, at).id(id).event());
    }

    /** The team turns out to have been another from the beginning. */
    private static RepInput move() {
        return RepInput.of(RepEvents.happened(RepEvent.Kind.CHANGED, JAN_5).team("south").event());
    }

    private void process(RepInput input) throws Exception {
        OpenOperators.process(harness, input);
    }

    private List<LedgerEntry> ledger() {
        return SideOutputs.of(harness, RepMonths.LEDGER);
    }

    private static Moment at(String time) {
        return Moment.of(1_000 * millis(time));
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
