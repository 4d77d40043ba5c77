package io.enablement.impact.did;

import java.util.Optional;

/**
 * The difference of two means where controls are made like the treated by covariates x. With w the
 * weights, β the regression of Δ on x among the controls, θ = π ÷ (1 − π) the odds of being
 * treated, and r = Δ − x'β (Sant'Anna and Zhao 2020, equations 2.6 and 3.1, with their theorem A.1;
 * Callaway and Sant'Anna 2021, equations 4.1 to 4.4 with weights that sum to 1):
 *
 * <ul>
 *   <li>REG: mean of r over the treated
 *   <li>IPW: mean of Δ over the treated − mean of Δ over the controls, weighted by w θ
 *   <li>DR: mean of r over the treated − mean of r over the controls, weighted by w θ
 * </ul>
 */
final class AdjustedDifference implements Fit {

    private final Comparison comparison;
    private final Change change;
    private final Regressors regressors;
    private final int treated;
    private final int controls;
    private final String reason;

    /** Null where the outcome is not regressed; so is what follows from it. */
    private OutcomeRegression regression;

    /** Null where controls are not weighted. */
    private Propensity propensity;

    private ResidualMean ofTreated;
    private ResidualMean ofControls;
    private double[] regressionEffect;
    private double[] propensityEffect;

    AdjustedDifference(Comparison comparison, Change change, Method method) {
        this.comparison = comparison;
        this.change = change;
        this.regressors = comparison.design().regressors();
        this.ofTreated = new ResidualMean(regressors.width());
        this.ofControls = new ResidualMean(regressors.width());
        MeanDifference counts = new MeanDifference(comparison, change);
        this.treated = counts.treated();
        this.controls = counts.controls();
        this.reason = treated < 2 || controls < 2 ? "" : fit(method);
    }

    @Override
    public double value() {
        return reason.isEmpty() ? ofTreated.value() - ofControls.value() : Double.NaN;
    }

    @Override
    public int treated() {
        return treated;
    }

    @Override
    public int controls() {
        return controls;
    }

    @Override
    public double treatedWeight() {
        return ofTreated.weight();
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public void addInfluence(double factor, double[] influence) {
        comparison.eachTreated(
                place -> {
                    if (change.isKnown(place)) {
                        influence[place] +=
                                factor
                                        * (ofTreated.influence(weight(place), residual(place))
                                                - throughPropensity(place, 1));
                    }
                });
        comparison.eachControl(
                place -> {
                    if (change.isKnown(place)) {
                        influence[place] -=
                                factor
                                        * (ofControls.influence(
                                                        controlWeight(place), residual(place))
                                                + throughRegression(place)
                                                + throughPropensity(place, 0));
                    }
                });
    }

    private String fit(Method method) {
        if (method != Method.IPW) {
            Optional<OutcomeRegression> found = OutcomeRegression.of(comparison, change);
            if (found.isEmpty()) {
                return "the covariates depend on each other among the controls";
            }
            regression = found.get();
        }
        if (method != Method.REG) {
            Optional<Propensity> found = Propensity.of(comparison, change);
            if (found.isEmpty()) {
                return "no overlap: the covariates tell treated from controls, or depend on each other";
            }
            propensity = found.get();
        }
        addUp();
        return solveEffects();
    }

    private void addUp() {
        comparison.eachTreated(place -> add(ofTreated, place, weight(place)));
        comparison.eachControl(place -> add(ofControls, place, controlWeight(place)));
    }

    private void add(ResidualMean mean, int place, double weight) {
        if (change.isKnown(place) && weight > 0) {
            mean.add(weight, residual(place), regressors, place);
        }
    }

    /** How errors of β and γ reach the difference: A⁻¹ of the derivative by each. */
    private String solveEffects() {
        if (regression != null) {
            double[] derivative = ofTreated.meanRegressors();
            double[] subtracted = ofControls.meanRegressors();
            for (int column = 0; column < derivative.length; column++) {
                derivative[column] -= subtracted[column];
            }
            regressionEffect = regression.equations().solve(derivative).orElseThrow()[0];
        }
        if (propensity != null) {
            Optional<double[][]> effect = propensity.information().solve(ofControls.covariance());
            if (effect.isEmpty()) {
                return "no overlap: the covariates tell treated from controls";
            }
            propensityEffect = effect.get()[0];
        }
        return "";
    }

    private double throughRegression(int place) {
        return regression == null
                ? 0
                : weight(place) * residual(place) * regressors.predict(place, regressionEffect);
    }

    private double throughPropensity(int place, int isTreated) {
        return propensity == null
                ? 0
                : weight(place)
                        * (isTreated - propensity.of(regressors, place))
                        * regressors.predict(place, propensityEffect);
    }

    private double residual(int place) {
        return regression == null
                ? change.of(place)
                : change.of(place) - regressors.predict(place, regression.coefficients());
    }

    private double weight(int place) {
        return comparison.design().weight(place);
    }

    /** 0 where controls serve the regression alone. */
    private double controlWeight(int place) {
        return propensity == null ? 0 : weight(place) * propensity.odds(regressors, place);
    }
}
