package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.did.Estimation;
import io.enablement.impact.did.Evidence;
import io.enablement.impact.did.GroupTimeEffects;
import io.enablement.impact.did.GroupTimeResult;
import io.enablement.impact.did.Holm;
import io.enablement.impact.did.Robustness;
import io.enablement.impact.did.Verdict;
import io.enablement.impact.feasibility.Plan;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.OutcomeMonths;
import io.enablement.impact.panel.Overlap;
import io.enablement.impact.panel.ProgrammePanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one programme did to every outcome, with the verdicts. */
final class OutcomeEvaluation {

    private final ProgrammeInputs programme;
    private final ImpactSettings settings;

    OutcomeEvaluation(ProgrammeInputs programme, ImpactSettings settings) {
        this.programme = programme;
        this.settings = settings;
    }

    /** Every outcome that has a panel; the exploratory ones are adjusted for each other. */
    List<OutcomeImpact> impacts(Basis basis, Overlap overlap) {
        List<OutcomeImpact> all = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            programme
                    .panel(outcome, basis)
                    .ifPresent(panel -> all.add(impact(basis, outcome, panel, overlap)));
        }
        double[] adjusted =
                Holm.adjust(
                        all.stream()
                                .mapToDouble(
                                        each ->
                                                each.registered()
                                                        ? Double.NaN
                                                        : each.result().overall().p())
                                .toArray());
        for (int place = 0; place < adjusted.length; place++) {
            all.set(place, all.get(place).withHolm(adjusted[place]));
        }
        return all;
    }

    private OutcomeImpact impact(
            Basis basis, Outcome outcome, ProgrammePanel panel, Overlap overlap) {
        Estimation estimation = settings.estimation(outcome.isRate());
        GroupTimeResult result = GroupTimeEffects.of(panel.panel(), estimation);
        Robustness robustness = Robustness.of(panel.panel(), estimation);
        boolean randomised =
                RandomisedComparison.isCalledFor(programme.definition().isRandom(), basis);
        double sampleRatioP =
                randomised
                        ? RandomisedComparison.sampleRatioP(
                                programme.history(),
                                panel,
                                programme.startMonth(),
                                settings.shareTreated())
                        : Double.NaN;
        double mde = mde(outcome, panel);
        Evidence.Facts facts =
                new Evidence.Facts(
                        sampleRatioP,
                        overlap.greatest(),
                        programme.registration().isBaselineEdited(),
                        panel.treated() == 0 && panel.immature() > 0);
        return new OutcomeImpact(
                basis,
                outcome,
                programme.isRegistered(basis, outcome),
                outcome == programme.judged(),
                panel,
                programme.clusters(),
                result,
                robustness,
                new OutcomeImpact.Facts(overlap.greatest(), sampleRatioP),
                baseline(outcome, panel),
                mde,
                Double.NaN,
                Verdict.of(Evidence.of(result, robustness, mde, facts)),
                randomised
                        ? new RandomisedComparison(
                                        programme.months(outcome), panel, programme.startMonth())
                                .all()
                        : List.of());
    }

    private double baseline(Outcome outcome, ProgrammePanel panel) {
        OutcomeMonths months = programme.months(outcome);
        double sum = 0;
        int count = 0;
        for (int unit = 0; unit < panel.reps().length; unit++) {
            int cohort = panel.panel().cohorts()[unit];
            for (int month = programme.firstOfBaseline();
                    month < Math.min(cohort, programme.endOfBaseline());
                    month++) {
                double value =
                        cohort <= panel.lastMonth()
                                ? months.value(panel.reps()[unit], month)
                                : Double.NaN;
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /**
     * What was recorded before the launch; else what the audience's months before the launch say
     * could be found with as many reps in as many months.
     */
    private double mde(Outcome outcome, ProgrammePanel panel) {
        Optional<Forecast> recorded =
                programme.forecast().filter(each -> each.outcome().equals(outcome.id()));
        if (recorded.isPresent() && !Double.isNaN(recorded.get().mde())) {
            return recorded.get().mde();
        }
        long both = (long) panel.treated() + panel.controls();
        if (panel.treated() == 0 || panel.controls() == 0) {
            return Double.NaN;
        }
        return Plan.of(
                        programme.months(outcome),
                        panel.reps(),
                        programme.firstOfBaseline(),
                        programme.startMonth() - 1)
                .map(
                        plan ->
                                plan.detectable(
                                                both,
                                                (double) panel.treated() / both,
                                                programme.lastMonth() - programme.startMonth() + 1)
                                        .orElse(Double.NaN))
                .orElse(Double.NaN);
    }
}
