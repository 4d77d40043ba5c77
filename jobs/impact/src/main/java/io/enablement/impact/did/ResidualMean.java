package io.enablement.impact.did;

/** A weighted mean of residuals, together with that of the regressors; 0 where nothing weighs. */
final class ResidualMean {

    private double weight;
    private double sum;
    private final double[] regressorSums;
    private final double[] productSums;

    ResidualMean(int width) {
        regressorSums = new double[width];
        productSums = new double[width];
    }

    void add(double unitWeight, double residual, Regressors regressors, int place) {
        weight += unitWeight;
        sum += unitWeight * residual;
        regressors.addTo(regressorSums, place, unitWeight);
        regressors.addTo(productSums, place, unitWeight * residual);
    }

    double weight() {
        return weight;
    }

    double value() {
        return weight == 0 ? 0 : sum / weight;
    }

    /** w (r − mean) ÷ Σ w. */
    double influence(double unitWeight, double residual) {
        return weight == 0 ? 0 : unitWeight * (residual - value()) / weight;
    }

    /** Σ w x ÷ Σ w. */
    double[] meanRegressors() {
        return divided(regressorSums, 0);
    }

    /** Σ w (r − mean) x ÷ Σ w. */
    double[] covariance() {
        return divided(productSums, value());
    }

    private double[] divided(double[] sums, double mean) {
        double[] divided = new double[sums.length];
        for (int column = 0; column < sums.length && weight > 0; column++) {
            divided[column] = (sums[column] - mean * regressorSums[column]) / weight;
        }
        return divided;
    }
}
