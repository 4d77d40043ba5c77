package io.enablement.cli.feasibility;

import io.enablement.impact.experiment.Feasibility;
import io.enablement.impact.experiment.Sizes;
import java.util.Locale;

/** An answer for programs; its fields are the columns, and null is unknown. */
record FeasibilityRow(
        String by,
        int months,
        long reps,
        double resultsPerRep,
        double designEffect,
        long independentNeededTreated,
        long independentNeededControl,
        long neededTreated,
        long neededControl,
        long repsNeeded,
        Integer monthsNeeded,
        Double detectableLift,
        double power,
        String verdict) {

    /**
     * @param by what the row differs in from the question
     */
    static FeasibilityRow of(String by, Feasibility feasibility) {
        Sizes independent = feasibility.independentResultsNeeded();
        Sizes needed = feasibility.resultsNeeded();
        return new FeasibilityRow(
                by,
                feasibility.months(),
                feasibility.audience().reps(),
                feasibility.audience().results(feasibility.months()),
                feasibility.designEffect(),
                independent.treated(),
                independent.control(),
                needed.treated(),
                needed.control(),
                feasibility.repsNeeded().both(),
                feasibility.monthsNeeded().stream().boxed().findFirst().orElse(null),
                feasibility.detectable().stream().boxed().findFirst().orElse(null),
                feasibility.power(),
                feasibility.verdict().name().toLowerCase(Locale.ROOT));
    }
}
