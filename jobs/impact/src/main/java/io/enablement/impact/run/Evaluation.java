package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.leading.LeadingToLagging;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.Overlap;
import io.enablement.impact.roi.Levels;
import io.enablement.impact.roi.Return;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Evaluates one programme: every outcome on both bases, then what follows from them. */
final class Evaluation {

    private final ProgrammeInputs programme;
    private final OutcomeEvaluation outcomes;
    private final ReturnEvaluation returns;

    Evaluation(RunInputs inputs, ImpactSettings settings, String id) {
        programme = new ProgrammeInputs(inputs, id);
        outcomes = new OutcomeEvaluation(programme, settings);
        returns = new ReturnEvaluation(programme, settings);
    }

    ProgrammeReport report() {
        List<OutcomeImpact> impacts = new ArrayList<>();
        Map<Basis, Overlap> overlaps = new EnumMap<>(Basis.class);
        Map<Basis, Return> worth = new EnumMap<>(Basis.class);
        if (programme.isDefined()) {
            for (Basis basis : Basis.values()) {
                programme
                        .panel(programme.judged(), basis)
                        .ifPresent(
                                panel -> {
                                    Overlap overlap =
                                            Overlap.of(programme.history(), panel, programme.id());
                                    overlaps.put(basis, overlap);
                                    impacts.addAll(outcomes.impacts(basis, overlap));
                                });
                worth.put(basis, returns.of(basis));
            }
        }
        LevelEvaluation level = new LevelEvaluation(programme);
        Map<Basis, Levels> levels = new EnumMap<>(Basis.class);
        worth.forEach((basis, roi) -> levels.put(basis, level.of(basis, impacts, roi)));
        return new ProgrammeReport(
                programme.id(),
                programme.registration(),
                programme.isPaybackOver(),
                impacts,
                overlaps,
                worth,
                levels,
                new MaturityEvaluation(programme).findings(impacts, worth.values()).judge(),
                foresight());
    }

    private List<LeadingToLagging> foresight() {
        if (!programme.isDefined()) {
            return List.of();
        }
        int[] reps = programme.audience();
        List<LeadingToLagging> all = new ArrayList<>();
        for (Outcome lagging : new TreeSet<>(List.of(programme.judged(), Outcome.WON_AMOUNT))) {
            all.addAll(
                    LeadingToLagging.of(programme.months(lagging), reps, programme.activities()));
        }
        return all;
    }
}
