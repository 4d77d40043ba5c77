package io.enablement.impact.did;

import io.enablement.impact.panel.Panel;
import java.util.List;
import java.util.function.Consumer;

/**
 * Estimates group-time average treatment effects (Callaway and Sant'Anna, Journal of Econometrics
 * 225(2), 2021): how the outcome of those who start a programme at g has changed until t, beyond
 * the change of units that have not started,
 *
 * <p>ATT(g,t) = E[Y(t) − Y(b) | G = g] − E[Y(t) − Y(b) | controls], with b the base period.
 *
 * <p>Cells are estimated on all processors; the result does not depend on their number.
 */
public final class GroupTimeEffects {

    private GroupTimeEffects() {}

    /** A panel that no effect can be estimated from gives cells without a number, or none. */
    public static GroupTimeResult of(Panel panel, Estimation estimation) {
        return of(panel, estimation, step -> {});
    }

    /**
     * @param progress is told each step that begins
     */
    public static GroupTimeResult of(
            Panel panel, Estimation estimation, Consumer<String> progress) {
        Design design = Design.of(panel, estimation);
        List<FittedCell> cells = cells(design, estimation, progress);
        progress.accept("Averaging");
        List<Aggregate> aggregates = new Aggregates(design, estimation, cells).all();
        progress.accept("Testing the time before the start");
        PreTrend preTrend = new PreTrendTest(design, estimation).of(cells);
        progress.accept("Drawing cohorts anew");
        double p = RandomisationInference.p(panel, design, estimation, aggregates.get(0).overall());
        return new GroupTimeResult(design, estimation, cells, aggregates, preTrend, p);
    }

    private static List<FittedCell> cells(
            Design design, Estimation estimation, Consumer<String> progress) {
        List<CellPlan> plans = CellPlan.of(design, estimation);
        progress.accept("Estimating %,d cells".formatted(plans.size()));
        return plans.parallelStream().map(plan -> FittedCell.of(design, estimation, plan)).toList();
    }

    /** The simple average alone. */
    static Estimate overall(Panel panel, Estimation estimation) {
        Design design = Design.of(panel, estimation);
        List<FittedCell> cells =
                CellPlan.of(design, estimation).stream()
                        .filter(plan -> design.times()[plan.period()] >= plan.group())
                        .map(plan -> FittedCell.of(design, estimation, plan))
                        .toList();
        return new Aggregates(design, estimation, cells).simple().overall();
    }
}
