package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.GroupTimeEffects;
import io.enablement.impact.did.GroupTimeResult;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.ProgrammePanel;
import io.enablement.impact.panel.SalesHistory;
import io.enablement.impact.roi.Cost;
import io.enablement.impact.roi.Return;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What one programme brought for what it cost. */
final class ReturnEvaluation {

    private final ProgrammeInputs programme;
    private final ImpactSettings settings;

    ReturnEvaluation(ProgrammeInputs programme, ImpactSettings settings) {
        this.programme = programme;
        this.settings = settings;
    }

    /** Until the end of the payback window, or of the mature months where these end before it. */
    Return of(Basis basis) {
        SalesHistory history = programme.history();
        Cost cost = Cost.of(programme.registration(), history.published().currency());
        Optional<ProgrammePanel> panel = programme.panel(Outcome.WON_AMOUNT, basis);
        if (panel.isEmpty()) {
            return new Return(
                    Estimate.UNKNOWN,
                    settings.margin(),
                    cost,
                    0,
                    0,
                    List.of("fewer than two months are mature"));
        }
        // Whoever left the panel for a missing month was treated all the same.
        GroupTimeResult effects =
                GroupTimeEffects.of(
                        panel.get().panel(),
                        settings.estimation(true).withBootstrap(0, settings.seed()));
        int last = programme.lastMonth();
        int end = programme.paybackMonth().map(month -> Math.min(month, last)).orElse(last);
        int[] cohortOf =
                IntStream.range(0, history.sales().reps().size())
                        .map(rep -> history.exposures().month(programme.id(), basis, rep))
                        .toArray();
        int[] cohorts =
                Arrays.stream(cohortOf)
                        .filter(cohort -> cohort >= history.sales().firstMonth() && cohort <= end)
                        .sorted()
                        .distinct()
                        .toArray();
        return Return.of(
                effects,
                cohorts,
                (cohort, month) -> members(cohortOf, cohort, month),
                end,
                settings.margin(),
                cost);
    }

    /** Reps of a cohort who worked in the month. */
    private int members(int[] cohortOf, int cohort, int month) {
        int members = 0;
        for (int rep = 0; rep < cohortOf.length; rep++) {
            boolean isMember =
                    cohortOf[rep] == cohort && programme.history().worked().in(rep, month);
            members += isMember ? 1 : 0;
        }
        return members;
    }
}
