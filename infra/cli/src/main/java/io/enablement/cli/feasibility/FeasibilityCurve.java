package io.enablement.cli.feasibility;

import io.enablement.impact.experiment.Feasibility;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The same question with other months and with other reps. */
record FeasibilityCurve(List<Feasibility> byMonths, List<Feasibility> byReps) {

    private static final Set<Integer> MONTHS = Set.of(1, 2, 3, 6, 9, 12, 18, 24, 36);
    private static final List<Double> TIMES_THE_REPS = List.of(.5, 1., 1.5, 2., 3., 5.);

    /** The asked and the needed ones are among them. */
    static FeasibilityCurve around(Feasibility asked) {
        Set<Integer> months = new TreeSet<>(MONTHS);
        months.add(asked.months());
        asked.monthsNeeded().ifPresent(months::add);
        Set<Long> reps = new TreeSet<>();
        TIMES_THE_REPS.forEach(times -> reps.add(Math.round(times * asked.audience().reps())));
        reps.add(asked.repsNeeded().both());
        return new FeasibilityCurve(
                months.stream().map(asked::withMonths).toList(),
                reps.stream().map(asked::withReps).toList());
    }
}
