package io.enablement.streaming.state;

import static io.enablement.domain.Times.FEB_20;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_1;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.QuotaEvents;
import io.enablement.domain.RepEvents;
import io.enablement.domain.TrainingEvents;
import io.enablement.domain.cohort.Assignment;
import io.enablement.domain.cohort.Cohort;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.cohort.Membership;
import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Month;
import io.enablement.domain.event.Progress;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Retention;
import io.enablement.domain.event.TrainingEvent.Kind;
import io.enablement.domain.rep.ContentMonth;
import io.enablement.domain.rep.ContentTally;
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.domain.rep.MonthKey;
import io.enablement.domain.rep.QuotaVersion;
import io.enablement.domain.rep.RepContentMonth;
import io.enablement.domain.rep.RepMonth;
import io.enablement.domain.rep.Subject;
import io.enablement.domain.rep.Tally;
import io.enablement.domain.rep.Tenure;
import io.enablement.streaming.ingest.ContentFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepRepTimelinesTest {

    private static final Cohort COMPLETED_IN_FEBRUARY = new Cohort("p-1", "completed", "2026-02");
    private static final int JANUARY = Month.of(2026, 1).index();
    private static final int FEBRUARY = Month.of(2026, 2).index();
    private static final Cohort COMPLETED_IN_MARCH = new Cohort("p-1", "completed", "2026-03");

    private KeyedOneInputStreamOperatorTestHarness<String, RepInput, CohortTally> harness;

    @BeforeEach
    void open() throws Exception {
        harness = OpenOperators.keepRepTimelines(new Retention(36));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void filesADealUnderTheTeamOfItsMoment() throws Exception {
        process(RepEvents.hired(JAN_1).team("north"));
        process(RepEvents.happened(RepEvent.Kind.CHANGED, FEB_4).team("south"));
        process(deal("d-1", Part.WON, JAN_20));
        process(deal("d-2", Part.WON, FEB_20));

        assertThat(months())
                .anyMatch(month -> isOf(month, "north", 1))
                .anyMatch(month -> isOf(month, "south", 1));
    }

    @Test
    void movesDealsWhenTheTeamTurnsOutToHaveBeenAnother() throws Exception {
        process(RepEvents.hired(JAN_1).team("north"));
        process(deal("d-1", Part.WON, FEB_20));
        process(RepEvents.happened(RepEvent.Kind.CHANGED, FEB_4).team("south"));

        assertThat(ledger())
                .extracting(
                        entry -> entry.entry().month().label().team(),
                        entry -> entry.entry().amount())
                .containsExactly(tuple("north", 1L), tuple("north", -1L), tuple("south", 1L));
        assertThat(months()).filteredOn(Change::gone).hasSize(1);
    }

    @Test
    void bringsAllMonthsIntoTheCohortEvenThoseBefore() throws Exception {
        process(deal("d-1", Part.WON, JAN_20));
        process(TrainingEvents.happened(Kind.PASSED, FEB_4));
        process(deal("d-2", Part.WON, MAR_6));

        assertThat(cohort(COMPLETED_IN_FEBRUARY).sum(Part.WON)).isEqualTo(2);
        assertThat(SideOutputs.of(harness, KeepRepTimelines.MEMBERSHIPS)).hasSize(1);
    }

    @Test
    void movesToTheNextCohortWhenTheCompletionIsVoided() throws Exception {
        process(deal("d-1", Part.WON, JAN_20));
        process(TrainingEvents.happened(Kind.PASSED, FEB_4).id("first"));
        process(TrainingEvents.happened(Kind.PASSED, MAR_6).id("second"));
        process(TrainingEvents.voided("first", MAR_6));

        assertThat(cohort(COMPLETED_IN_FEBRUARY)).isEqualTo(Tally.NONE);
        assertThat(cohort(COMPLETED_IN_MARCH).sum(Part.WON)).isEqualTo(1);
        assertThat(SideOutputs.of(harness, KeepRepTimelines.MEMBERSHIPS))
                .extracting(Membership::amount)
                .containsExactly(1, -1, 1);
    }

    @Test
    void filesTrainingsUnderTheirProgramme() throws Exception {
        process(TrainingEvents.happened(Kind.ENROLLED, JAN_5));
        process(TrainingEvents.happened(Kind.ENROLLED, JAN_20).programme("p-2"));
        process(deal("d-1", Part.WON, JAN_20));

        assertThat(ledger())
                .extracting(
                        LedgerEntry::subject,
                        entry -> entry.entry().month().programmeId(),
                        entry -> entry.entry().part())
                .containsExactly(
                        tuple(Subject.TRAINING, "p-1", Part.ENROLLED),
                        tuple(Subject.TRAINING, "p-2", Part.ENROLLED),
                        tuple("d-1", "", Part.WON));
    }

    @Test
    void givesACohortOnlyTheTrainingsOfItsProgramme() throws Exception {
        process(TrainingEvents.happened(Kind.COACHED, JAN_5).programme("p-2"));
        process(TrainingEvents.happened(Kind.PASSED, FEB_4));
        process(TrainingEvents.happened(Kind.PASSED, FEB_20).programme("p-2"));

        assertThat(cohort(COMPLETED_IN_FEBRUARY).sum(Part.PASSED)).isEqualTo(1);
        assertThat(cohort(COMPLETED_IN_FEBRUARY).sum(Part.COACHED)).isZero();
        assertThat(cohort(new Cohort("p-2", "completed", "2026-02")).sum(Part.COACHED))
                .isEqualTo(1);
    }

    @Test
    void takesTheTrainingsOfAProgrammeAlongToAnotherCohort() throws Exception {
        process(TrainingEvents.happened(Kind.STARTED, JAN_20));
        process(TrainingEvents.happened(Kind.PASSED, FEB_4).id("first"));
        process(TrainingEvents.happened(Kind.PASSED, MAR_6).id("second"));
        process(TrainingEvents.happened(Kind.COACHED, MAR_6).programme("p-2"));
        process(TrainingEvents.voided("first", MAR_6));

        assertThat(cohort(COMPLETED_IN_FEBRUARY)).isEqualTo(Tally.NONE);
        assertThat(cohort(COMPLETED_IN_MARCH))
                .isEqualTo(
                        Tally.NONE
                                .plus(Part.STARTED, 0, 1)
                                .plus(Part.COMPLETED, 0, 1)
                                .plus(Part.PASSED, 0, 1));
    }

    @Test
    void restatesARequestThatALaterEnrolmentFulfils() throws Exception {
        process(TrainingEvents.happened(Kind.REQUESTED, JAN_5));
        process(TrainingEvents.happened(Kind.ENROLLED, FEB_4).id("enrolment"));
        process(TrainingEvents.voided("enrolment", MAR_6).id("void"));

        assertThat(ledger())
                .extracting(
                        entry -> entry.entry().part(),
                        entry -> entry.entry().amount(),
                        entry -> entry.cause().id())
                .contains(
                        tuple(Part.REQUESTS_FULFILLED, 1L, "enrolment"),
                        tuple(Part.REQUESTS_FULFILLED, -1L, "void"));
        assertThat(sum(Part.REQUESTED)).isEqualTo(1);
        assertThat(sum(Part.ENROLLED)).isZero();
    }

    @Test
    void countsNoTrainingWhoseVoidCameFirst() throws Exception {
        process(TrainingEvents.voided("e-1", FEB_4));
        process(TrainingEvents.happened(Kind.COACHED, JAN_5).id("e-1"));

        assertThat(months()).isEmpty();
    }

    @Test
    void movesTrainingsWithTheTeam() throws Exception {
        process(RepEvents.hired(JAN_1).team("north"));
        process(TrainingEvents.happened(Kind.COACHED, JAN_20));
        process(RepEvents.happened(RepEvent.Kind.CHANGED, JAN_5).team("south"));

        assertThat(months())
                .extracting(month -> month.value().month().label().team(), Change::gone)
                .containsExactly(
                        tuple("north", false), tuple("north", true), tuple("south", false));
    }

    @Test
    void showsAnAssignmentUntilItIsVoided() throws Exception {
        process(TrainingEvents.happened(Kind.ASSIGNMENT_SUBMITTED, JAN_5).id("work"));
        process(TrainingEvents.happened(Kind.COACHED, JAN_20));
        process(TrainingEvents.voided("work", FEB_4));

        List<Change<Assignment>> assignments =
                SideOutputs.of(harness, KeepRepTimelines.ASSIGNMENTS);
        assertThat(assignments).extracting(Change::gone).containsExactly(false, true);
    }

    @Test
    void keepsASupersededQuotaVisible() throws Exception {
        process(QuotaEvents.set("2026-01", 100, JAN_1).id("first"));
        process(QuotaEvents.set("2026-01", 300, JAN_5).id("second"));

        assertThat(SideOutputs.of(harness, KeepRepTimelines.QUOTAS))
                .extracting(change -> change.value().state())
                .containsExactly(
                        QuotaVersion.State.CURRENT,
                        QuotaVersion.State.SUPERSEDED,
                        QuotaVersion.State.CURRENT);
        assertThat(sum(Part.QUOTA)).isEqualTo(300);
    }

    @Test
    void countsAContentUseOnceUnlessItIsVoided() throws Exception {
        process(use("e-1"));
        process(use("e-1"));
        process(use("e-2"));
        process(ContentEvents.happened(ContentEvent.Kind.VOIDED, FEB_4).target("test", "e-2"));

        assertThat(sum(Part.CONTENT_USES)).isEqualTo(1);
        assertThat(SideOutputs.of(harness, Refused.PROGRESS))
                .extracting(Progress::duplicates)
                .containsExactly(1L);
    }

    @Test
    void countsNoContentUseWhoseVoidCameFirst() throws Exception {
        process(ContentEvents.happened(ContentEvent.Kind.VOIDED, FEB_4).target("test", "e-1"));
        process(use("e-1"));

        assertThat(sum(Part.CONTENT_USES)).isZero();
    }

    @Test
    void keepsTheLaterRecordedOfTwoContentsOfAUseInAnyOrder() throws Exception {
        ContentEvents first = use("e-1");
        ContentEvents second =
                ContentEvents.happened(ContentEvent.Kind.VIEWED, FEB_4).id("e-1").recorded(MAR_6);

        process(second);
        process(first);

        assertThat(months())
                .extracting(month -> month.value().month().month().toString())
                .containsExactly("2026-02");
        assertThat(SideOutputs.of(harness, Refused.DEAD_LETTERS))
                .extracting(DeadLetter::payload)
                .containsExactly(new ContentFormat().write(first.event()));
    }

    @Test
    void countsTheUsesOfEachContentAndMonth() throws Exception {
        process(use("e-1"));
        process(use("e-2").dealId("d-1"));
        process(ContentEvents.happened(ContentEvent.Kind.VIEWED, FEB_4).version("2").id("e-3"));

        assertThat(contentMonths())
                .isEqualTo(
                        Map.of(
                                new ContentMonth("", "c-1", "", JANUARY),
                                new ContentTally(2, 1, Map.of(5, 2L)),
                                new ContentMonth("", "c-1", "2", FEBRUARY),
                                new ContentTally(1, 0, Map.of(4, 1L))));
        assertThat(sum(Part.CONTENT_USES_ON_DEALS)).isEqualTo(1);
    }

    @Test
    void clearsAContentMonthWhoseUsesAreAllVoided() throws Exception {
        process(use("e-1"));
        process(ContentEvents.happened(ContentEvent.Kind.VOIDED, FEB_4).target("test", "e-1"));

        assertThat(SideOutputs.of(harness, ContentMonths.MONTHS))
                .extracting(Change::gone)
                .containsExactly(false, true);
    }

    @Test
    void leavesContentMonthsWhereTheyAreWhenTheTeamChanges() throws Exception {
        process(use("e-1"));
        process(RepEvents.hired(JAN_1).team("north"));

        assertThat(SideOutputs.of(harness, ContentMonths.MONTHS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesTheSameContentMonthsInAnyOrderAndWithDuplicates(long seed) throws Exception {
        List<ContentEvents> events =
                List.of(
                        use("kept"),
                        use("moved"),
                        ContentEvents.happened(ContentEvent.Kind.VIEWED, FEB_4)
                                .id("moved")
                                .recorded(MAR_6),
                        use("voided").dealId("d-1"),
                        ContentEvents.happened(ContentEvent.Kind.VOIDED, FEB_4)
                                .target("test", "voided"),
                        ContentEvents.happened(ContentEvent.Kind.VIEWED, Moment.UNKNOWN));

        List<ContentEvents> arrivals = new ArrayList<>(events);
        arrivals.addAll(events);
        Collections.shuffle(arrivals, new Random(seed));
        for (ContentEvents arrival : arrivals) {
            process(arrival);
        }

        assertThat(contentMonths())
                .isEqualTo(
                        Map.of(
                                new ContentMonth("", "c-1", "", JANUARY),
                                new ContentTally(1, 0, Map.of(5, 1L)),
                                new ContentMonth("", "c-1", "", FEBRUARY),
                                new ContentTally(1, 0, Map.of(4, 1L))));
    }

    @Test
    void namesTheChangeOfTeamThatMovedAContentUse() throws Exception {
        process(RepEvents.hired(JAN_1).team("north"));
        process(use("e-1"));
        process(RepEvents.happened(RepEvent.Kind.CHANGED, JAN_5).team("south").id("moved"));

        assertThat(ledger()).extracting(entry -> entry.cause().id()).containsOnly("moved");
        assertThat(ledger()).extracting(entry -> entry.entry().amount()).containsExactly(-1L, 1L);
    }

    @Test
    void keepsTheRowOfATenureWhoseStartIsKnownInAnotherWay() throws Exception {
        process(RepEvents.hired(JAN_5).team("north"));
        process(RepEvents.happened(RepEvent.Kind.CHANGED, onDay("2026-01-05")).team("south"));

        List<Change<Tenure>> tenures = SideOutputs.of(harness, KeepRepTimelines.TENURES);
        assertThat(tenures.get(tenures.size() - 1).gone()).isFalse();
        assertThat(tenures.get(tenures.size() - 1).value().label().team()).isEqualTo("south");
    }

    @Test
    void namesTheCauseInTheLedger() throws Exception {
        process(deal("d-1", Part.WON, JAN_20));

        LedgerEntry entry = ledger().get(0);
        assertThat(entry.subject()).isEqualTo("d-1");
        assertThat(entry.cause()).isEqualTo(new Cause("deal", "crm", "cause of d-1"));
    }

    @Test
    void clearsAMonthWhoseNumbersReturnToZero() throws Exception {
        process(deal("d-1", Part.WON, JAN_20));
        process(RepInput.of("ann", Subject.empty("d-1"), new Cause("deal", "crm", "deleted")));

        assertThat(months()).extracting(Change::gone).containsExactly(false, true);
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    private static RepInput deal(String name, Part part, Moment at) {
        Subject deal = Subject.ofDeal(name, "", List.of(new Posting(part, 0, 1, at)));
        return RepInput.of("ann", deal, new Cause("deal", "crm", "cause of " + name));
    }

    private static ContentEvents use(String id) {
        return ContentEvents.happened(ContentEvent.Kind.VIEWED, JAN_5).id(id);
    }

    private void process(RepEvents event) throws Exception {
        process(RepInput.of(event.event()));
    }

    private void process(TrainingEvents event) throws Exception {
        process(RepInput.of(event.event()));
    }

    private void process(QuotaEvents event) throws Exception {
        process(RepInput.of(event.event()));
    }

    private void process(ContentEvents event) throws Exception {
        process(RepInput.of(event.event()));
    }

    private void process(RepInput input) throws Exception {
        OpenOperators.process(harness, input);
    }

    private Tally cohort(Cohort cohort) {
        return harness.extractOutputValues().stream()
                .filter(tally -> tally.month().cohort().equals(cohort))
                .map(CohortTally::tally)
                .reduce(Tally.NONE, Tally::plus);
    }

    private long sum(Part part) {
        Map<MonthKey, Tally> newest = new HashMap<>();
        for (Change<RepMonth> month : months()) {
            newest.put(month.value().month(), month.value().tally());
        }
        return newest.values().stream().mapToLong(tally -> tally.sum(part)).sum();
    }

    private List<Change<RepMonth>> months() {
        return SideOutputs.of(harness, RepMonths.MONTHS);
    }

    private Map<ContentMonth, ContentTally> contentMonths() {
        Map<ContentMonth, ContentTally> standing = new HashMap<>();
        for (Change<RepContentMonth> change : SideOutputs.of(harness, ContentMonths.MONTHS)) {
            if (change.gone()) {
                standing.remove(change.value().month());
            } else {
                standing.put(change.value().month(), change.value().tally());
            }
        }
        return standing;
    }

    private List<LedgerEntry> ledger() {
        return SideOutputs.of(harness, RepMonths.LEDGER);
    }

    private static boolean isOf(Change<RepMonth> month, String team, long won) {
        return month.value().month().label().team().equals(team)
                && month.value().tally().sum(Part.WON) == won;
    }
}
