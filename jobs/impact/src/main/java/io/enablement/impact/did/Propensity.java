package io.enablement.impact.did;

import java.util.Optional;

/**
 * How likely a unit of a comparison is to be one of the treated, by its covariates: a logistic
 * regression, π = 1 ÷ (1 + e^−x'γ), of greatest weighted likelihood, found by Newton's method.
 *
 * @param coefficients γ
 * @param information Σ w π (1 − π) x x'
 */
record Propensity(double[] coefficients, NormalEquations information) {

    private static final int STEPS = 50;
    private static final double EXACT = 1e-10;
    private static final double STRAIGHT_LINE_END = 500;

    /** Beyond it, a control would count more than a thousand others. */
    private static final double GREATEST = .999;

    /** Empty where no finite γ is best, or a control looks treated with certainty. */
    static Optional<Propensity> of(Comparison comparison, Change change) {
        Regressors regressors = comparison.design().regressors();
        double[] coefficients = new double[regressors.width()];
        coefficients[0] = logOdds(comparison);
        for (int step = 0; step < STEPS; step++) {
            NewtonStep next = new NewtonStep(comparison, change, coefficients);
            Optional<double[][]> move = next.information.solve(next.gradient);
            if (move.isEmpty()) {
                return Optional.empty();
            }
            double length = add(coefficients, move.get()[0]);
            if (!(length < STRAIGHT_LINE_END)) {
                return Optional.empty();
            }
            if (length < EXACT) {
                return overlapping(comparison, change, coefficients);
            }
        }
        return Optional.empty();
    }

    /** π ÷ (1 − π): how many treated there are for one control like this one. */
    double odds(Regressors regressors, int place) {
        return Math.exp(regressors.predict(place, coefficients));
    }

    /** π. */
    double of(Regressors regressors, int place) {
        return probability(regressors.predict(place, coefficients));
    }

    private static Optional<Propensity> overlapping(
            Comparison comparison, Change change, double[] coefficients) {
        NewtonStep end = new NewtonStep(comparison, change, coefficients);
        return end.greatestOfControls < GREATEST
                ? Optional.of(new Propensity(coefficients, end.information))
                : Optional.empty();
    }

    private static double logOdds(Comparison comparison) {
        double[] weights = new double[2];
        Design design = comparison.design();
        comparison.eachTreated(place -> weights[1] += design.weight(place));
        comparison.eachControl(place -> weights[0] += design.weight(place));
        return Math.log(weights[1] / weights[0]);
    }

    private static double add(double[] coefficients, double[] move) {
        double length = 0;
        for (int column = 0; column < move.length; column++) {
            coefficients[column] += move[column];
            length = Math.max(length, Math.abs(move[column]));
        }
        return length;
    }

    private static double probability(double linear) {
        return 1 / (1 + Math.exp(-linear));
    }

    /** Gradient and curvature of the likelihood at some coefficients. */
    private static final class NewtonStep {

        private final Regressors regressors;
        private final double[] coefficients;
        private final NormalEquations information;
        private final double[] gradient;
        private double greatestOfControls;

        NewtonStep(Comparison comparison, Change change, double[] coefficients) {
            this.regressors = comparison.design().regressors();
            this.coefficients = coefficients;
            this.information = new NormalEquations(regressors);
            this.gradient = new double[coefficients.length];
            comparison.eachTreated(place -> add(comparison.design(), change, place, 1));
            comparison.eachControl(place -> add(comparison.design(), change, place, 0));
        }

        private void add(Design design, Change change, int place, int treated) {
            if (!change.isKnown(place)) {
                return;
            }
            double weight = design.weight(place);
            double probability = probability(regressors.predict(place, coefficients));
            information.add(place, weight * probability * (1 - probability));
            regressors.addTo(gradient, place, weight * (treated - probability));
            if (treated == 0) {
                greatestOfControls = Math.max(greatestOfControls, probability);
            }
        }
    }
}
