package io.enablement.domain.event;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.TrainingEvents.happened;
import static io.enablement.domain.TrainingEvents.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.TrainingEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VoidableTest {

    private static final TrainingEvent PASSED = happened(Kind.PASSED, JAN_20).id("x").event();

    @Test
    void whatIsVoidedNeverHappenedWhicheverIsNamedFirst() {
        TrainingEvent after = voided("x", FEB_4).event();
        TrainingEvent before = voided("x", JAN_5).event();

        assertThat(Voidable.standing(List.of(PASSED, after))).isEmpty();
        assertThat(Voidable.standing(List.of(before, PASSED))).isEmpty();
    }

    @Test
    void aVoidNamesTheSourceToo() {
        TrainingEvent ofAnother = voided("x", FEB_4).target("other", "x").event();

        assertThat(Voidable.standing(List.of(PASSED, ofAnother))).containsExactly(PASSED);
    }

    @Test
    void aVoidWithoutItsTargetChangesNothing() {
        TrainingEvent waiting = voided("y", FEB_4).event();

        assertThat(Voidable.standing(List.of(PASSED, waiting))).containsExactly(PASSED);
    }
}
