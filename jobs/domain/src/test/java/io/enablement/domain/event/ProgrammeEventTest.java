package io.enablement.domain.event;

import static io.enablement.domain.ProgrammeEvents.defined;
import static io.enablement.domain.ProgrammeEvents.happened;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.ProgrammeEvents;
import io.enablement.domain.event.ProgrammeEvent.Kind;
import org.junit.jupiter.api.Test;

final class ProgrammeEventTest {

    @Test
    void aDefinitionHasAVersionFromOne() {
        assertThat(defined(1, JAN_5).event().problem()).isEmpty();
        assertProblem(defined(0, JAN_5), "DEFINED needs a version from 1");
        assertProblem(happened(Kind.DEFINED, JAN_5), "DEFINED needs a version from 1");
    }

    @Test
    void aPublicationNamesContent() {
        assertProblem(
                happened(Kind.CONTENT_PUBLISHED, JAN_5), "CONTENT_PUBLISHED needs content_ids");
        assertThat(happened(Kind.CONTENT_PUBLISHED, JAN_5).contents("c-1").event().problem())
                .isEmpty();
    }

    @Test
    void aRetirementNeedsNoMoreThanAProgramme() {
        assertThat(happened(Kind.RETIRED, JAN_5).event().problem()).isEmpty();
        assertProblem(happened(Kind.RETIRED, JAN_5).programmeId(""), "programme_id is empty");
    }

    @Test
    void windowsEndAfterTheyStart() {
        assertThat(defined(1, JAN_5).payback(JAN_5, FEB_4).event().problem()).isEmpty();
        assertProblem(
                defined(1, JAN_5).payback(JAN_5, JAN_5), "payback_end_at is not after its start");
        assertProblem(
                defined(1, JAN_5).baseline(FEB_4, JAN_5), "baseline_to is not after its start");
    }

    @Test
    void numbersAreInTheirRanges() {
        assertProblem(defined(1, JAN_5).cost(-1), "cost_minor is negative");
        assertProblem(defined(1, JAN_5).cost(1), "cost_minor has no currency");
        assertProblem(defined(1, JAN_5).halfLifeDays(0), "half_life_days is not positive");
    }

    private static void assertProblem(ProgrammeEvents event, String problem) {
        assertThat(event.event().problem()).contains(problem);
    }
}
