package io.enablement.domain.cohort;

import static io.enablement.domain.Times.FEB_20;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static io.enablement.domain.Times.at;
import static io.enablement.domain.TrainingEvents.happened;
import static io.enablement.domain.TrainingEvents.history;
import static io.enablement.domain.TrainingEvents.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.RandomEvents;
import io.enablement.domain.TrainingEvents;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.TrainingEvent.Kind;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class TrainingHistoryTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.DEFAULT;

    @Test
    void theFirstEnrolmentAssigns() {
        List<Cohort> cohorts =
                cohorts(happened(Kind.ENROLLED, FEB_4), happened(Kind.ENROLLED, JAN_20));

        assertThat(cohorts).containsExactly(new Cohort("p-1", "assigned", "2026-01"));
    }

    @Test
    void theFirstCompletionCompletesWhateverTheCourse() {
        List<Cohort> cohorts =
                cohorts(
                        happened(Kind.PASSED, MAR_6).course("b"),
                        happened(Kind.COMPLETED, FEB_4).course("a"));

        assertThat(cohorts).containsExactly(new Cohort("p-1", "completed", "2026-02"));
    }

    @Test
    void aRepHasOneCohortPerProgrammeAndBasis() {
        List<Cohort> cohorts =
                cohorts(
                        happened(Kind.ENROLLED, JAN_5),
                        happened(Kind.PASSED, FEB_4),
                        happened(Kind.ENROLLED, MAR_6).programme("p-2"));

        assertThat(cohorts)
                .containsExactlyInAnyOrder(
                        new Cohort("p-1", "assigned", "2026-01"),
                        new Cohort("p-1", "completed", "2026-02"),
                        new Cohort("p-2", "assigned", "2026-03"));
    }

    @Test
    void askingForATrainingOrStartingItIsNoExposure() {
        assertThat(cohorts(happened(Kind.REQUESTED, JAN_5), happened(Kind.STARTED, JAN_20)))
                .isEmpty();
    }

    @Test
    void waivedIsNotTrained() {
        assertThat(cohorts(happened(Kind.WAIVED, JAN_5).success(true))).isEmpty();
    }

    @Test
    void successFalseBeatsPassedAndCompleted() {
        List<Cohort> cohorts =
                cohorts(
                        happened(Kind.PASSED, JAN_5).success(false),
                        happened(Kind.COMPLETED, JAN_20).success(false),
                        happened(Kind.COMPLETED, FEB_4));

        assertThat(cohorts).containsExactly(new Cohort("p-1", "completed", "2026-02"));
    }

    @Test
    void aVoidedCompletionNeverHappened() {
        List<Cohort> cohorts =
                cohorts(
                        happened(Kind.PASSED, JAN_5).id("wrong"),
                        happened(Kind.PASSED, FEB_4),
                        voided("wrong", FEB_20));

        assertThat(cohorts).containsExactly(new Cohort("p-1", "completed", "2026-02"));
    }

    @Test
    void aVoidMayArriveBeforeItsTarget() {
        assertThat(cohorts(voided("wrong", FEB_4), happened(Kind.PASSED, JAN_5).id("wrong")))
                .isEmpty();
    }

    @Test
    void aCompletionOfUnknownTimeIsInNoCohort() {
        assertThat(cohorts(happened(Kind.PASSED, Moment.UNKNOWN))).isEmpty();
    }

    @Test
    void aLaterKnownCompletionCountsWhereTheFirstHasNoKnownTime() {
        assertThat(cohorts(happened(Kind.PASSED, Moment.UNKNOWN), happened(Kind.PASSED, FEB_4)))
                .containsExactly(new Cohort("p-1", "completed", "2026-02"));
    }

    @Test
    void theMonthIsThatOfTheCompany() {
        BusinessCalendar newYork = new BusinessCalendar(ZoneId.of("America/New_York"), 1);
        TrainingEvents enrolled = happened(Kind.ENROLLED, at("2026-02-01T03:00:00Z"));

        assertThat(history(enrolled).exposures(newYork).get(0).cohort()).isEqualTo("2026-01");
    }

    @Test
    void theWaveIsALabelBesideTheCohort() {
        Exposure exposure =
                history(happened(Kind.ENROLLED, JAN_5).wave("spring")).exposures(CALENDAR).get(0);

        assertThat(exposure.wave()).isEqualTo("spring");
        assertThat(exposure.cohort()).isEqualTo("2026-01");
    }

    @Test
    void keepsTheAssignmentsThatStandWithTheirDealAndStage() {
        TrainingHistory history =
                history(
                        happened(Kind.ASSIGNMENT_SUBMITTED, JAN_20)
                                .course("a")
                                .deal("d-1", "proposal")
                                .id("work"),
                        happened(Kind.ASSIGNMENT_SUBMITTED, FEB_4).id("wrong"),
                        voided("wrong", FEB_20),
                        happened(Kind.COACHED, FEB_20).deal("d-1", "proposal"));

        assertThat(history.assignments())
                .containsExactly(
                        new Assignment(
                                "ann",
                                new Cause("training", "test", "work"),
                                "submitted",
                                "p-1",
                                "a",
                                "d-1",
                                "proposal",
                                JAN_20));
    }

    @Test
    void keepsAnAssignmentOfUnknownTime() {
        TrainingHistory history = history(happened(Kind.ASSIGNMENT_APPROVED, Moment.UNKNOWN));

        assertThat(history.assignments()).extracting(Assignment::state).containsExactly("approved");
    }

    @Property
    void anyOrderAndAnyDuplicatesGiveTheSame(
            @ForAll("trainingEvents") List<TrainingEvent> events, @ForAll Random random) {
        TrainingHistory inOrder = arrived(events);

        TrainingHistory rearranged = arrived(RandomEvents.rearranged(events, random));

        assertThat(rearranged).isEqualTo(inOrder);
        assertThat(rearranged.exposures(CALENDAR)).isEqualTo(inOrder.exposures(CALENDAR));
        assertThat(rearranged.assignments()).isEqualTo(inOrder.assignments());
        assertThat(TrainingFacts.postings(rearranged, CALENDAR))
                .isEqualTo(TrainingFacts.postings(inOrder, CALENDAR));
    }

    @Property
    void thereIsOneExposurePerProgrammeAndBasis(
            @ForAll("trainingEvents") List<TrainingEvent> events) {
        assertThat(arrived(events).exposures(CALENDAR))
                .extracting(Exposure::identity)
                .doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<TrainingEvent>> trainingEvents() {
        return RandomEvents.ofATraining();
    }

    private static List<Cohort> cohorts(TrainingEvents... events) {
        return history(events).exposures(CALENDAR).stream().map(Exposure::cohortOf).toList();
    }

    private static TrainingHistory arrived(List<TrainingEvent> arrivals) {
        TrainingHistory history = TrainingHistory.NONE;
        for (TrainingEvent event : arrivals) {
            history = TrainingEvents.after(history, event);
        }
        return history;
    }
}
