package io.enablement.domain.event;

import static io.enablement.domain.RepEvents.happened;
import static io.enablement.domain.RepEvents.hired;
import static io.enablement.domain.RepEvents.voided;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.RepEvents;
import io.enablement.domain.event.RepEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class RepEventTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VOIDED")
    void needsNoMoreThanARep(Kind kind) {
        assertThat(happened(kind, JAN_5).event().problem()).isEmpty();
        assertProblem(happened(kind, JAN_5).repId(""), "rep_id is empty");
    }

    @Test
    void aVoidNeedsATarget() {
        assertThat(voided("e-1", JAN_5).event().problem()).isEmpty();
        assertProblem(happened(Kind.VOIDED, JAN_5), "VOIDED needs target_source and target_id");
    }

    @Test
    void anEffectiveDateIsBetween1970And2100() {
        assertProblem(
                hired(JAN_5).effective(Moment.of(Long.MIN_VALUE)),
                "effective_from is not between 1970 and 2100");
    }

    @Test
    void holdsFromItsEffectiveDateAndElseFromWhenItHappened() {
        assertThat(hired(JAN_5).effective(FEB_4).event().effective()).isEqualTo(FEB_4);
        assertThat(hired(JAN_5).event().effective()).isEqualTo(JAN_5);
    }

    private static void assertProblem(RepEvents event, String problem) {
        assertThat(event.event().problem()).contains(problem);
    }
}
