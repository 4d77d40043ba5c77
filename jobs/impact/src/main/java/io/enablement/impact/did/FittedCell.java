package io.enablement.impact.did;

/** A cell with what its error is made of. */
record FittedCell(Cell cell, Fit fit) {

    private static final int FEWEST = 2;

    static FittedCell of(Design design, Estimation estimation, CellPlan plan) {
        int time = design.times()[plan.period()];
        int base = design.times()[plan.base()];
        Comparison comparison = Comparison.of(design, estimation, plan.group(), time, base);
        double[] now = design.outcomes(plan.period());
        double[] before = design.outcomes(plan.base());
        Fit fit = fit(comparison, new Change(now, before), estimation);
        if (estimation.unbalanced()) {
            double[] zeros = new double[now.length];
            fit =
                    new PeriodDifference(
                            fit(comparison, new Change(now, zeros), estimation),
                            fit(comparison, new Change(before, zeros), estimation));
        }
        String reason = unknownBecause(design, fit);
        Estimate estimate =
                reason.isEmpty()
                        ? Effect.of(design, fit).estimate(design, estimation.level())
                        : Estimate.UNKNOWN;
        if (reason.isEmpty() && !estimate.hasInterval()) {
            reason = "the error is unknown: no unit differs from its like";
        }
        Cell cell =
                new Cell(
                        plan.group(),
                        time,
                        base,
                        estimate,
                        fit.treated(),
                        fit.controls(),
                        fit.treatedWeight(),
                        reason);
        return new FittedCell(cell, fit);
    }

    private static Fit fit(Comparison comparison, Change change, Estimation estimation) {
        return comparison.design().regressors().isConstantAlone()
                ? new MeanDifference(comparison, change)
                : new AdjustedDifference(comparison, change, estimation.method());
    }

    private static String unknownBecause(Design design, Fit fit) {
        if (fit.treated() < FEWEST) {
            return "fewer than %d treated units: %d".formatted(FEWEST, fit.treated());
        }
        if (fit.controls() < FEWEST) {
            return "fewer than %d controls: %d".formatted(FEWEST, fit.controls());
        }
        if (design.isConstant()) {
            return "the outcome is the same everywhere";
        }
        return fit.reason();
    }
}
