package io.enablement.impact.did;

import java.util.Optional;

/**
 * The weighted least squares regression of the controls' changes on their covariates.
 *
 * @param coefficients β = (Σ w x x')⁻¹ Σ w x Δ
 * @param equations Σ w x x'
 */
record OutcomeRegression(double[] coefficients, NormalEquations equations) {

    /** Empty where the covariates depend on each other. */
    static Optional<OutcomeRegression> of(Comparison comparison, Change change) {
        Design design = comparison.design();
        Regressors regressors = design.regressors();
        NormalEquations equations = new NormalEquations(regressors);
        double[] side = new double[regressors.width()];
        comparison.eachControl(
                place -> {
                    if (change.isKnown(place)) {
                        equations.add(place, design.weight(place));
                        regressors.addTo(side, place, design.weight(place) * change.of(place));
                    }
                });
        return equations.solve(side).map(found -> new OutcomeRegression(found[0], equations));
    }
}
