package io.enablement.domain.cohort;

import static io.enablement.domain.Times.DAY_MICROS;
import static io.enablement.domain.Times.FEB_20;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.JAN_5_NOON;
import static io.enablement.domain.Times.MAR_6;
import static io.enablement.domain.Times.onDay;
import static io.enablement.domain.TrainingEvents.happened;
import static io.enablement.domain.TrainingEvents.history;
import static io.enablement.domain.TrainingEvents.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.RandomEvents;
import io.enablement.domain.TrainingEvents;
import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.TrainingEvent.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class TrainingFactsTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.DEFAULT;

    @Test
    void aProgrammeThatWasCompletedCountsAtItsSteps() {
        List<Posting> postings =
                postings(
                        happened(Kind.ENROLLED, JAN_5),
                        happened(Kind.STARTED, JAN_20),
                        happened(Kind.COMPLETED, FEB_4));

        assertThat(postings)
                .containsExactlyInAnyOrder(
                        posting(Part.ENROLLED, 1, JAN_5),
                        posting(Part.ENROLLED_COMPLETED, 1, JAN_5),
                        posting(Part.STARTED, 1, JAN_20),
                        posting(Part.COMPLETED, 1, FEB_4),
                        posting(Part.COMPLETION_TIMES, 1, FEB_4),
                        posting(Part.COMPLETION_MICROS, 30 * DAY_MICROS, FEB_4),
                        new Posting(Part.COMPLETION_DAYS, 30, 1, FEB_4));
    }

    @Test
    void onlyTheFirstEventOfAKindIsAStep() {
        List<Posting> postings =
                postings(
                        happened(Kind.ENROLLED, JAN_5),
                        happened(Kind.ENROLLED, JAN_20),
                        happened(Kind.STARTED, FEB_4),
                        happened(Kind.STARTED, FEB_20),
                        happened(Kind.WAIVED, FEB_4),
                        happened(Kind.WAIVED, FEB_20));

        assertThat(postings)
                .containsExactlyInAnyOrder(
                        posting(Part.ENROLLED, 1, JAN_5),
                        posting(Part.STARTED, 1, FEB_4),
                        posting(Part.WAIVED, 1, FEB_4));
    }

    @Test
    void aCompletionWithoutEnrolmentOrBeforeItHasNoTime() {
        assertThat(postings(happened(Kind.COMPLETED, JAN_5)))
                .containsExactly(posting(Part.COMPLETED, 1, JAN_5));
        assertThat(postings(happened(Kind.COMPLETED, JAN_5), happened(Kind.ENROLLED, JAN_20)))
                .containsExactlyInAnyOrder(
                        posting(Part.COMPLETED, 1, JAN_5),
                        posting(Part.ENROLLED, 1, JAN_20),
                        posting(Part.ENROLLED_COMPLETED, 1, JAN_20));
    }

    @Test
    void aCompletionKnownToTheDayTakesWholeDays() {
        List<Posting> postings =
                postings(
                        happened(Kind.ENROLLED, JAN_5_NOON),
                        happened(Kind.COMPLETED, onDay("2026-01-06")));

        assertThat(sum(postings, Part.COMPLETION_MICROS)).isEqualTo(DAY_MICROS);
    }

    @Test
    void whatIsNotTrainedIsNotCompleted() {
        List<Posting> postings =
                postings(
                        happened(Kind.ENROLLED, JAN_5),
                        happened(Kind.COMPLETED, JAN_20).success(false),
                        happened(Kind.WAIVED, FEB_4));

        assertThat(sum(postings, Part.COMPLETED)).isZero();
        assertThat(sum(postings, Part.ENROLLED_COMPLETED)).isZero();
    }

    @Test
    void everyAttemptPassesOrFails() {
        List<Posting> postings =
                postings(
                        happened(Kind.FAILED, JAN_5),
                        happened(Kind.FAILED, JAN_20),
                        happened(Kind.PASSED, FEB_4));

        assertThat(sum(postings, Part.FAILED)).isEqualTo(2);
        assertThat(sum(postings, Part.PASSED)).isEqualTo(1);
    }

    @Test
    void successBeatsTheKind() {
        List<Posting> postings =
                postings(
                        happened(Kind.PASSED, JAN_5).success(false),
                        happened(Kind.FAILED, JAN_20).success(true));

        assertThat(postings)
                .containsExactly(posting(Part.FAILED, 1, JAN_5), posting(Part.PASSED, 1, JAN_20));
    }

    @Test
    void scoresAddUpInMillionths() {
        List<Posting> postings =
                postings(
                        happened(Kind.FAILED, JAN_5).score(0.333_333_4),
                        happened(Kind.PASSED, JAN_20).score(0.9),
                        happened(Kind.PASSED, FEB_4));

        assertThat(sum(postings, Part.SCORES)).isEqualTo(2);
        assertThat(sum(postings, Part.SCORE_MILLIONTHS)).isEqualTo(1_233_333);
    }

    @Test
    void aScoreOfZeroIsAScore() {
        List<Posting> postings = postings(happened(Kind.SURVEYED, JAN_5).score(0.0));

        assertThat(postings).containsExactly(posting(Part.SURVEYS, 1, JAN_5));
    }

    @Test
    void surveysWithoutAScoreDoNotCountAndOthersAreNoAttempts() {
        List<Posting> postings =
                postings(
                        happened(Kind.SURVEYED, JAN_5).score(0.8),
                        happened(Kind.SURVEYED, JAN_20),
                        happened(Kind.COMPLETED, FEB_4).score(0.5));

        assertThat(sum(postings, Part.SURVEYS)).isEqualTo(1);
        assertThat(sum(postings, Part.SURVEY_MILLIONTHS)).isEqualTo(800_000);
        assertThat(sum(postings, Part.SCORES)).isZero();
    }

    @Test
    void assignmentsAndCoachingCountEachTime() {
        List<Posting> postings =
                postings(
                        happened(Kind.ASSIGNMENT_SUBMITTED, JAN_5),
                        happened(Kind.ASSIGNMENT_SUBMITTED, JAN_20),
                        happened(Kind.ASSIGNMENT_APPROVED, FEB_4),
                        happened(Kind.COACHED, FEB_20),
                        happened(Kind.COACHED, MAR_6));

        assertThat(sum(postings, Part.ASSIGNMENTS_SUBMITTED)).isEqualTo(2);
        assertThat(sum(postings, Part.ASSIGNMENTS_APPROVED)).isEqualTo(1);
        assertThat(sum(postings, Part.COACHED)).isEqualTo(2);
    }

    @Test
    void aRequestIsFulfilledByALaterEnrolmentInItsCourse() {
        List<Posting> postings =
                postings(
                        happened(Kind.REQUESTED, JAN_5).course("a"),
                        happened(Kind.ENROLLED, FEB_4).course("a"));

        assertThat(postings)
                .contains(
                        posting(Part.REQUESTED, 1, JAN_5),
                        posting(Part.REQUESTS_FULFILLED, 1, JAN_5));
    }

    @Test
    void aRequestIsNotFulfilledByAnotherCourseNorByAnEarlierEnrolment() {
        List<Posting> postings =
                postings(
                        happened(Kind.ENROLLED, JAN_5).course("a"),
                        happened(Kind.REQUESTED, JAN_20).course("a"),
                        happened(Kind.ENROLLED, FEB_4).course("b"));

        assertThat(sum(postings, Part.REQUESTED)).isEqualTo(1);
        assertThat(sum(postings, Part.REQUESTS_FULFILLED)).isZero();
    }

    @Test
    void aRequestOrAnEnrolmentThatNamesNoCourseFitsAnyOfTheProgramme() {
        assertThat(
                        sum(
                                postings(
                                        happened(Kind.REQUESTED, JAN_5),
                                        happened(Kind.ENROLLED, FEB_4).course("a")),
                                Part.REQUESTS_FULFILLED))
                .isEqualTo(1);
        assertThat(
                        sum(
                                postings(
                                        happened(Kind.REQUESTED, JAN_5).course("a"),
                                        happened(Kind.ENROLLED, FEB_4)),
                                Part.REQUESTS_FULFILLED))
                .isEqualTo(1);
    }

    @Test
    void anEnrolmentOnTheDayOfTheRequestFulfilsIt() {
        List<Posting> postings =
                postings(
                        happened(Kind.REQUESTED, JAN_5_NOON),
                        happened(Kind.ENROLLED, onDay("2026-01-05")));

        assertThat(sum(postings, Part.REQUESTS_FULFILLED)).isEqualTo(1);
    }

    @Test
    void askingAgainForTheSameCourseIsNoOtherRequest() {
        List<Posting> postings =
                postings(
                        happened(Kind.REQUESTED, JAN_5).course("a"),
                        happened(Kind.REQUESTED, JAN_20).course("a"),
                        happened(Kind.REQUESTED, FEB_4).course("b"));

        assertThat(postings)
                .containsExactly(
                        posting(Part.REQUESTED, 1, JAN_5), posting(Part.REQUESTED, 1, FEB_4));
    }

    @Test
    void programmesCountApart() {
        Map<String, List<Posting>> postings =
                TrainingFacts.postings(
                        history(
                                happened(Kind.REQUESTED, JAN_5).programme("p-1"),
                                happened(Kind.ENROLLED, JAN_20).programme("p-2")),
                        CALENDAR);

        assertThat(postings)
                .isEqualTo(
                        Map.of(
                                "p-1", List.of(posting(Part.REQUESTED, 1, JAN_5)),
                                "p-2", List.of(posting(Part.ENROLLED, 1, JAN_20))));
    }

    @Test
    void whatIsVoidedNeverCountedThoughTheVoidCameFirst() {
        TrainingHistory history =
                history(
                        voided("wrong", FEB_4),
                        happened(Kind.ENROLLED, JAN_5).id("wrong"),
                        happened(Kind.ENROLLED, JAN_20));

        assertThat(TrainingFacts.postings(history, CALENDAR))
                .isEqualTo(Map.of("p-1", List.of(posting(Part.ENROLLED, 1, JAN_20))));
    }

    @Test
    void whatHappenedAtAnUnknownTimeCountsInNoPeriod() {
        assertThat(
                        TrainingFacts.postings(
                                history(happened(Kind.COACHED, Moment.UNKNOWN)), CALENDAR))
                .isEmpty();
    }

    @Property
    void everyExposureCountsOnceAtItsMoment(@ForAll("trainingEvents") List<TrainingEvent> events) {
        TrainingHistory history = arrived(events);
        List<Moment> exposed = history.exposures(CALENDAR).stream().map(Exposure::at).toList();

        List<Moment> counted =
                all(history).stream()
                        .filter(
                                posting ->
                                        posting.part() == Part.ENROLLED
                                                || posting.part() == Part.COMPLETED)
                        .map(Posting::at)
                        .toList();

        assertThat(counted).containsExactlyInAnyOrderElementsOf(exposed);
    }

    @Property
    void noPartIsMoreThanTheWholeItBelongsTo(@ForAll("trainingEvents") List<TrainingEvent> events) {
        List<Posting> postings = all(arrived(events));

        assertThat(sum(postings, Part.REQUESTS_FULFILLED))
                .isLessThanOrEqualTo(sum(postings, Part.REQUESTED));
        assertThat(sum(postings, Part.ENROLLED_COMPLETED))
                .isLessThanOrEqualTo(sum(postings, Part.ENROLLED))
                .isLessThanOrEqualTo(sum(postings, Part.COMPLETED));
        assertThat(sum(postings, Part.COMPLETION_TIMES))
                .isEqualTo(sum(postings, Part.COMPLETION_DAYS))
                .isLessThanOrEqualTo(sum(postings, Part.ENROLLED_COMPLETED));
        assertThat(sum(postings, Part.SCORES))
                .isLessThanOrEqualTo(sum(postings, Part.PASSED) + sum(postings, Part.FAILED));
        assertThat(postings).allMatch(posting -> posting.at().isKnown() && posting.amount() > 0);
    }

    @Provide
    Arbitrary<List<TrainingEvent>> trainingEvents() {
        return RandomEvents.ofATraining();
    }

    private static List<Posting> postings(TrainingEvents... events) {
        return TrainingFacts.postings(history(events), CALENDAR).get("p-1");
    }

    private static List<Posting> all(TrainingHistory history) {
        return TrainingFacts.postings(history, CALENDAR).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    private static long sum(List<Posting> postings, Part part) {
        return postings.stream()
                .filter(posting -> posting.part() == part)
                .mapToLong(Posting::amount)
                .sum();
    }

    private static Posting posting(Part part, long amount, Moment at) {
        return new Posting(part, 0, amount, at);
    }

    private static TrainingHistory arrived(List<TrainingEvent> arrivals) {
        TrainingHistory history = TrainingHistory.NONE;
        for (TrainingEvent event : arrivals) {
            history = TrainingEvents.after(history, event);
        }
        return history;
    }
}
