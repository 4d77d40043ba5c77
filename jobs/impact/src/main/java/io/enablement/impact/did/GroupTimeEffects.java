package io.enablement.impact.did;

import io.enablement.impact.panel.Panel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

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
        return average(panel, estimation, eventTime -> eventTime >= 0);
    }

    /** Of the cells at chosen event times by the sizes of their groups; unknown without any. */
    static Estimate average(Panel panel, Estimation estimation, IntPredicate eventTime) {
        Design design = Design.of(panel, estimation);
        List<FittedCell> known =
                CellPlan.of(design, estimation).parallelStream()
                        .filter(plan -> eventTime.test(plan.eventTime(design)))
                        .map(plan -> FittedCell.of(design, estimation, plan))
                        .filter(each -> each.cell().isKnown())
                        .toList();
        return known.isEmpty()
                ? Estimate.UNKNOWN
                : new Averages(design).bySize(known).estimate(design, estimation.level());
    }
}
