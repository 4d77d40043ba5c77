package io.enablement.impact.did;

import io.enablement.impact.panel.TimeScale;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Group-time effects of one outcome, their averages, and what is needed to put cells together in
 * other ways. It holds on to the panel's outcomes.
 */
public final class GroupTimeResult {

    private final Design design;
    private final Estimation estimation;
    private final List<FittedCell> fitted;
    private final List<Aggregate> aggregates;
    private final PreTrend preTrend;
    private final double randomisationP;

    GroupTimeResult(
            Design design,
            Estimation estimation,
            List<FittedCell> fitted,
            List<Aggregate> aggregates,
            PreTrend preTrend,
            double randomisationP) {
        this.design = design;
        this.estimation = estimation;
        this.fitted = fitted;
        this.aggregates = aggregates;
        this.preTrend = preTrend;
        this.randomisationP = randomisationP;
    }

    /** As times are written. */
    public TimeScale scale() {
        return design.scale();
    }

    public Estimation estimation() {
        return estimation;
    }

    /** By group, then by time; those that cannot be estimated with their reason. */
    public List<Cell> cells() {
        return fitted.stream().map(FittedCell::cell).toList();
    }

    /** One of each kind. */
    public List<Aggregate> aggregates() {
        return aggregates;
    }

    public Aggregate aggregate(Aggregate.Kind kind) {
        return aggregates.get(kind.ordinal());
    }

    /**
     * The effect on an average treated unit in an average period since its start: the simple
     * average, on which verdicts rest.
     */
    public Estimate overall() {
        return aggregate(Aggregate.Kind.SIMPLE).overall();
    }

    public PreTrend preTrend() {
        return preTrend;
    }

    /**
     * Of no effect on anybody, by drawing cohorts anew; NaN where 10 clusters or more are treated,
     * and without draws.
     */
    public double randomisationP() {
        return randomisationP;
    }

    public Sample sample() {
        return Samples.of(design, estimation, cells());
    }

    /**
     * Σ weight × ATT(g,t) over the cells that are known, with its error; the weights are taken as
     * known. Unknown where no cell is.
     */
    public Estimate sum(ToDoubleFunction<Cell> weight) {
        List<FittedCell> known = known(cell -> true);
        double[] factors =
                known.stream().mapToDouble(each -> weight.applyAsDouble(each.cell())).toArray();
        return known.isEmpty()
                ? Estimate.UNKNOWN
                : new Averages(design).sum(known, factors).estimate(design, estimation.level());
    }

    /**
     * The average of the known cells that are chosen by the sizes of their groups, with the error
     * of the sizes. Unknown where there are none.
     */
    public Estimate average(Predicate<Cell> chosen) {
        List<FittedCell> known = known(chosen);
        return known.isEmpty()
                ? Estimate.UNKNOWN
                : new Averages(design).bySize(known).estimate(design, estimation.level());
    }

    private List<FittedCell> known(Predicate<Cell> chosen) {
        return fitted.stream()
                .filter(each -> each.cell().isKnown() && chosen.test(each.cell()))
                .toList();
    }
}
