package io.enablement.impact.panel;

import static io.enablement.impact.panel.TestHistory.APR;
import static io.enablement.impact.panel.TestHistory.FEB;
import static io.enablement.impact.panel.TestHistory.JAN;
import static io.enablement.impact.panel.TestHistory.JUN;
import static io.enablement.impact.panel.TestHistory.MAR;
import static io.enablement.impact.panel.TestHistory.MAY;
import static io.enablement.impact.panel.TestHistory.forAccountExecutives;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.panel.ProgrammePanel.Clusters;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgrammePanelTest {

    @Test
    void anEmployedMonthWithoutDealsIsZero() {
        TestHistory history =
                new TestHistory("ann").works("ann", "2026-01-01").closes("ann", FEB, 2, 1);

        OutcomeMonths won = history.months(Outcome.DEALS_WON);

        assertThat(won.value(0, JAN)).isZero();
        assertThat(won.value(0, FEB)).isEqualTo(2);
    }

    /** Hired on 10 March, on leave from 20 April to 15 June, gone on 20 June. */
    @Test
    void monthsBeforeTheHireAndMonthsOfLeaveAreUnknown() {
        TestHistory history =
                new TestHistory("ann")
                        .spell("ann", "2026-03-10", "2026-04-20", "north", "ae", true)
                        .spell("ann", "2026-04-20", "2026-06-15", "north", "ae", false)
                        .spell("ann", "2026-06-15", "2026-06-20", "north", "ae", true);

        OutcomeMonths won = history.months(Outcome.DEALS_WON);

        assertThat(won.value(0, FEB)).isNaN();
        assertThat(won.value(0, MAR)).isZero();
        assertThat(won.value(0, APR)).isZero();
        assertThat(won.value(0, MAY)).isNaN();
        assertThat(won.value(0, JUN)).isZero();
    }

    @Test
    void monthsAfterLeavingAreUnknown() {
        TestHistory history =
                new TestHistory("ann")
                        .spell("ann", "2026-01-01", "2026-03-01", "north", "ae", true)
                        .spell("ann", "2026-03-01", null, "north", "ae", false);

        OutcomeMonths won = history.months(Outcome.DEALS_WON);

        assertThat(won.value(0, FEB)).isZero();
        assertThat(won.value(0, MAR)).isNaN();
    }

    @Test
    void aRateIsUnknownWhereNothingWasClosed() {
        TestHistory history =
                new TestHistory("ann").works("ann", "2026-01-01").closes("ann", FEB, 1, 3);

        OutcomeMonths rate = history.months(Outcome.CLOSE_RATE_COUNT);

        assertThat(rate.value(0, JAN)).isNaN();
        assertThat(rate.value(0, FEB)).isEqualTo(.25);
    }

    @Test
    void controlsAreTheAudienceThatWasNeverReached() {
        TestHistory history =
                new TestHistory("ann", "bob", "cid")
                        .works("ann", "2026-01-01")
                        .works("bob", "2026-01-01")
                        .works("cid", "2026-01-01", "north", "manager")
                        .assigned("ann", "p", APR);

        ProgrammePanel panel = panel(history, Basis.ASSIGNED);

        assertThat(panel.panel().units()).containsExactly("ann", "bob");
        assertThat(panel.panel().cohorts()).containsExactly(APR, Panel.NEVER);
        assertThat(panel.controls()).isOne();
    }

    @Test
    void whoWasAssignedButDidNotCompleteIsNeither() {
        TestHistory history =
                new TestHistory("ann", "bob", "cid", "dan")
                        .works("ann", "2026-01-01")
                        .works("bob", "2026-01-01")
                        .works("cid", "2026-01-01")
                        .works("dan", "2026-01-01")
                        .assigned("ann", "p", APR)
                        .completed("ann", "p", MAY)
                        .assigned("bob", "p", APR)
                        .waived("cid", "p", APR);

        assertThat(panel(history, Basis.COMPLETED).panel().units()).containsExactly("ann", "dan");
        assertThat(panel(history, Basis.COMPLETED).panel().cohorts())
                .containsExactly(MAY, Panel.NEVER);
        assertThat(panel(history, Basis.ASSIGNED).panel().units())
                .containsExactly("ann", "bob", "dan");
    }

    /** April ends 30 + 20 days before 20 June, May does not end 40 days before. */
    @Test
    void onlyMonthsThatAreOverForOneMedianCycleCount() {
        TestHistory history =
                new TestHistory("ann", "bob")
                        .works("ann", "2026-01-01")
                        .works("bob", "2026-01-01")
                        .assigned("ann", "p", MAY)
                        .asOf("2026-06-20T00:00:00Z", 40);

        ProgrammePanel panel = panel(history, Basis.ASSIGNED);

        assertThat(panel.lastMonth()).isEqualTo(APR);
        assertThat(panel.treated()).isZero();
        assertThat(panel.immature()).isOne();
    }

    @Test
    void withoutTwoMatureMonthsThereIsNoPanel() {
        TestHistory history =
                new TestHistory("ann")
                        .works("ann", "2026-01-01")
                        .asOf("2026-02-15T00:00:00Z", Double.NaN);

        assertThat(find(history, Basis.ASSIGNED)).isEmpty();
    }

    @Test
    void nobodyIsGuessedToBeEmployed() {
        TestHistory history =
                new TestHistory("ann", "bob")
                        .works("ann", "2026-01-01")
                        .assigned("bob", "p", APR)
                        .closes("bob", MAY, 1, 0);

        ProgrammePanel panel = panel(history, Basis.ASSIGNED);

        assertThat(panel.panel().units()).containsExactly("ann");
        assertThat(panel.leftOut()).isOne();
    }

    @Test
    void repsOfATeamAreOneCluster() {
        TestHistory history =
                new TestHistory("ann", "bob", "cid")
                        .works("ann", "2026-01-01", "north", "ae")
                        .works("bob", "2026-01-01", "south", "ae")
                        .works("cid", "2026-01-01", "north", "ae")
                        .assigned("ann", "p", APR);

        ProgrammePanel panel = panel(history, Basis.ASSIGNED);

        assertThat(panel.panel().clusters()).containsExactly(0, 1, 0);
        assertThat(panel.treatedTeams()).isOne();
        assertThat(panel.controlTeams()).isEqualTo(2);
    }

    /** Of 1 treated and 3 controls, 1 and 1 start q: 2 of 4; 1 control starts r: 1 of 4. */
    @Test
    void overlapIsTheGreatestShareThatStartsOneOtherProgramme() {
        TestHistory history =
                new TestHistory("ann", "bob", "cid", "dan")
                        .works("ann", "2026-01-01")
                        .works("bob", "2026-01-01")
                        .works("cid", "2026-01-01")
                        .works("dan", "2026-01-01")
                        .assigned("ann", "p", APR)
                        .assigned("ann", "q", MAY)
                        .assigned("bob", "q", JUN)
                        .assigned("cid", "r", APR)
                        .assigned("dan", "r", MAR);

        Overlap overlap = Overlap.of(history.history(), panel(history, Basis.ASSIGNED), "p");

        assertThat(overlap.greatest()).isEqualTo(.5);
        assertThat(overlap.any()).isEqualTo(.75);
        assertThat(overlap.others())
                .containsExactly(
                        new Overlap.Other("q", 1, 1 / 3., .5, 1, 1),
                        new Overlap.Other("r", 0, 1 / 3., .25, 0, 1));
    }

    private static ProgrammePanel panel(TestHistory history, Basis basis) {
        return find(history, basis).orElseThrow();
    }

    private static Optional<ProgrammePanel> find(TestHistory history, Basis basis) {
        return ProgrammePanel.of(
                history.months(Outcome.DEALS_WON),
                forAccountExecutives("p"),
                basis,
                Clusters.TEAM,
                APR);
    }
}
