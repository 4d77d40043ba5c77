package io.enablement.cli.effect;

import io.enablement.impact.did.Cell;
import io.enablement.impact.did.Estimation;
import io.enablement.impact.did.GroupTimeResult;
import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.TimeScale;
import io.enablement.simulation.TrialPanel;
import io.enablement.simulation.TrialSettings;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One simulated organisation: deals won by rep and month, what the estimator says of them, and what
 * is true.
 *
 * @param truth the mean, over the treated rep-months of the estimated cells, of the deals won less
 *     those the same reps would have won from the same deals without the effect
 */
record Trial(Answer answer, double truth) {

    private static final Estimation ESTIMATION = Estimation.STANDARD.withBootstrap(0, 1);

    static Trial of(TrialSettings settings, long seed) {
        TrialPanel played = TrialPanel.of(settings, seed);
        Panel panel = panel(played, played.won());
        Answer answer = Answer.of(panel, ESTIMATION, Double.NaN, step -> {});
        return new Trial(answer, truth(panel, panel(played, played.wonWithoutEffect()), answer));
    }

    boolean isCovered() {
        return answer.result().overall().low() <= truth
                && truth <= answer.result().overall().high();
    }

    private static Panel panel(TrialPanel played, int[] deals) {
        int reps = played.reps().size();
        int months = played.months().size();
        double[] outcomes = new double[reps * months];
        for (int rep = 0; rep < reps; rep++) {
            for (int month = 0; month < months; month++) {
                int place = rep * months + month;
                outcomes[month * reps + rep] = played.employed()[place] ? deals[place] : Double.NaN;
            }
        }
        int first = TimeScale.MONTH.parse(played.months().get(0)).orElseThrow();
        int[] cohorts = new int[reps];
        for (int rep = 0; rep < reps; rep++) {
            int cohort = played.cohorts()[rep];
            cohorts[rep] = cohort == TrialPanel.NEVER ? Panel.NEVER : first + cohort;
        }
        return Panel.of(
                TimeScale.MONTH,
                played.reps(),
                IntStream.range(first, first + months).toArray(),
                outcomes,
                cohorts);
    }

    private static double truth(Panel with, Panel without, Answer answer) {
        Set<Long> estimated = estimated(answer.result());
        double sum = 0;
        int count = 0;
        for (int unit = 0; unit < with.units().size(); unit++) {
            for (int period = 0; period < with.times().length; period++) {
                long cell = cell(with.cohorts()[unit], with.times()[period]);
                if (estimated.contains(cell) && isComplete(with, unit)) {
                    sum += with.outcome(unit, period) - without.outcome(unit, period);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static Set<Long> estimated(GroupTimeResult result) {
        Set<Long> cells = new HashSet<>();
        for (Cell cell : result.cells()) {
            if (cell.isKnown() && cell.isAfterStart()) {
                cells.add(cell(cell.group(), cell.time()));
            }
        }
        return cells;
    }

    private static long cell(int group, int time) {
        return (long) group << Integer.SIZE | time;
    }

    private static boolean isComplete(Panel panel, int unit) {
        return IntStream.range(0, panel.times().length)
                .noneMatch(period -> Double.isNaN(panel.outcome(unit, period)));
    }
}
