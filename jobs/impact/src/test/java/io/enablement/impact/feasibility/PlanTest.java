package io.enablement.impact.feasibility;

import static io.enablement.impact.panel.TestHistory.FEB;
import static io.enablement.impact.panel.TestHistory.JAN;
import static io.enablement.impact.panel.TestHistory.JUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.TestHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two account executives and a manager who close four deals a month and win one of them. */
final class PlanTest {

    private final TestHistory history = oneOfFour();

    @Test
    void thePastSaysBaselineAndDeals() {
        Plan plan = plan();

        assertThat(plan.history().baseline()).isCloseTo(.25, within(1e-12));
        assertThat(plan.history().resultsPerMonth()).isCloseTo(4, within(1e-12));
        assertThat(plan.history().correlation()).isZero();
        assertThat(plan.repsNow()).isEqualTo(2);
    }

    /** 25 % to 30 % takes 1,248 deals in each arm: 52 reps, four deals, six months. */
    @Test
    void saysHowManyMonthsALiftTakes() {
        assertThat(plan().monthsNeeded(104, .5, .05)).hasValue(6);
        assertThat(plan().monthsNeeded(102, .5, .05)).hasValue(7);
        assertThat(plan().detectable(104, .5, 6).orElseThrow()).isCloseTo(.05, within(1e-4));
        assertThat(plan().power(104, .5, .05, 6)).isCloseTo(.8, within(1e-3));
    }

    @Test
    void aLiftThatCannotBeIsNeverShown() {
        assertThat(plan().monthsNeeded(104, .5, .8)).isEmpty();
        assertThat(plan().power(104, .5, .8, 6)).isZero();
    }

    @Test
    void theAudienceAreTheRepsWhoWorkThereAtTheEnd() {
        assertThat(new PlannedAudience(List.of("ae"), List.of()).reps(history.history()))
                .containsExactly(0, 1);
        assertThat(new PlannedAudience(List.of(), List.of("apac")).reps(history.history()))
                .isEmpty();
    }

    @Test
    void whomTheProgrammeHasReachedIsNotLeft() {
        history.assigned("ann", "p", FEB);

        assertThat(new PlannedAudience(List.of("ae"), List.of()).repsLeft(history.history(), "p"))
                .containsExactly(1);
    }

    @Test
    void repsWithoutDealsPlanNothing() {
        TestHistory idle = new TestHistory("ann").works("ann", "2026-01-01");

        assertThat(Plan.of(idle.months(Outcome.CLOSE_RATE_COUNT), new int[] {0}, JAN, JUN))
                .isEmpty();
    }

    private Plan plan() {
        return Plan.of(history.months(Outcome.CLOSE_RATE_COUNT), new int[] {0, 1}, JAN, JUN)
                .orElseThrow();
    }

    private static TestHistory oneOfFour() {
        TestHistory history =
                new TestHistory("ann", "bob", "cid")
                        .works("ann", "2026-01-01")
                        .works("bob", "2026-01-01")
                        .works("cid", "2026-01-01", "north", "manager");
        for (String rep : List.of("ann", "bob", "cid")) {
            for (int month = JAN; month <= JUN; month++) {
                history.closes(rep, month, 1, 3);
            }
        }
        return history;
    }
}
