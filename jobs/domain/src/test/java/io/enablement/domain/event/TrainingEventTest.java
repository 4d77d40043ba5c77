package io.enablement.domain.event;

import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.TrainingEvents.happened;
import static io.enablement.domain.TrainingEvents.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.TrainingEvents;
import io.enablement.domain.event.TrainingEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class TrainingEventTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VOIDED")
    void everyKindButAVoidNeedsAProgramme(Kind kind) {
        assertThat(happened(kind, JAN_5).event().problem()).isEmpty();
        assertProblem(happened(kind, JAN_5).programme(""), "programme_id is empty");
    }

    @Test
    void aVoidNeedsATarget() {
        assertThat(voided("e-1", JAN_5).event().problem()).isEmpty();
        assertProblem(
                voided("e-1", JAN_5).target("", "e-1"), "VOIDED needs target_source and target_id");
        assertProblem(
                voided("e-1", JAN_5).target("lms", ""), "VOIDED needs target_source and target_id");
    }

    @Test
    void numbersAreInTheirRanges() {
        assertProblem(happened(Kind.PASSED, JAN_5).attempt(0), "attempt is less than 1");
        assertProblem(happened(Kind.PASSED, JAN_5).score(1.01), "score is not between 0 and 1");
        assertProblem(happened(Kind.PASSED, JAN_5).score(-0.01), "score is not between 0 and 1");
        assertProblem(
                happened(Kind.PASSED, JAN_5).score(Double.NaN), "score is not between 0 and 1");
        assertProblem(
                happened(Kind.PASSED, JAN_5).durationSeconds(-1), "duration_seconds is negative");
    }

    @Test
    void passedAndCompletedTrain() {
        assertThat(happened(Kind.PASSED, JAN_5).event().trains()).isTrue();
        assertThat(happened(Kind.COMPLETED, JAN_5).event().trains()).isTrue();
        assertThat(happened(Kind.COMPLETED, JAN_5).success(true).event().trains()).isTrue();
    }

    @Test
    void theSuccessFieldBeatsTheKind() {
        assertThat(happened(Kind.PASSED, JAN_5).success(false).event().trains()).isFalse();
        assertThat(happened(Kind.COMPLETED, JAN_5).success(false).event().trains()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PASSED", "COMPLETED"})
    void nothingElseTrainsNotEvenAWaiver(Kind kind) {
        assertThat(happened(kind, JAN_5).success(true).event().trains()).isFalse();
    }

    private static void assertProblem(TrainingEvents event, String problem) {
        assertThat(event.event().problem()).contains(problem);
    }
}
