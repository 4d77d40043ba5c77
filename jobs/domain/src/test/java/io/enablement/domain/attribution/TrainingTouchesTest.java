package io.enablement.domain.attribution;

import static io.enablement.domain.Times.day;
import static io.enablement.domain.TrainingEvents.happened;
import static io.enablement.domain.TrainingEvents.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.TrainingEvents;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TrainingEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTouchesTest {

    @Test
    void countAnAttemptOnceThatWasCompletedAndPassed() {
        assertThat(
                        ids(
                                happened(Kind.COMPLETED, day(1)).id("completed").attempt(1),
                                happened(Kind.PASSED, day(2)).id("passed").attempt(1),
                                happened(Kind.PASSED, day(3)).id("again").attempt(2)))
                .containsExactly("completed", "again");
    }

    @Test
    void countACourseOnceWhoseAttemptsHaveNoNumbers() {
        assertThat(
                        ids(
                                happened(Kind.COMPLETED, day(1)).id("a").course("one"),
                                happened(Kind.COMPLETED, day(2)).id("b").course("one"),
                                happened(Kind.COMPLETED, day(3)).id("c").course("two"),
                                happened(Kind.COMPLETED, day(4)).id("d").programme("p-2")))
                .containsExactly("a", "c", "d");
    }

    @Test
    void moveToTheNextEventWhenTheFirstIsVoided() {
        assertThat(
                        ids(
                                happened(Kind.COMPLETED, day(1)).id("first"),
                                happened(Kind.PASSED, day(2)).id("second"),
                                voided("first", day(3))))
                .containsExactly("second");
    }

    @Test
    void areApprovedAssignmentsAndCoachingEachTime() {
        assertThat(
                        ids(
                                happened(Kind.ASSIGNMENT_SUBMITTED, day(1)).id("submitted"),
                                happened(Kind.ASSIGNMENT_APPROVED, day(2)).id("approved"),
                                happened(Kind.COACHED, day(3)).id("coached"),
                                happened(Kind.COACHED, day(4)).id("again")))
                .containsExactly("approved", "coached", "again");
    }

    @Test
    void areNotWhatTrainsNobodyOrHappenedNobodyKnowsWhen() {
        assertThat(
                        ids(
                                happened(Kind.ENROLLED, day(1)),
                                happened(Kind.FAILED, day(2)),
                                happened(Kind.WAIVED, day(3)),
                                happened(Kind.PASSED, day(4)).success(false),
                                happened(Kind.COMPLETED, Moment.UNKNOWN).id("unknown"),
                                happened(Kind.COMPLETED, day(5)).id("known")))
                .containsExactly("known");
    }

    private static List<String> ids(TrainingEvents... events) {
        return TrainingTouches.of(TrainingEvents.history(events), BusinessCalendar.DEFAULT).stream()
                .map(Touch::id)
                .toList();
    }
}
