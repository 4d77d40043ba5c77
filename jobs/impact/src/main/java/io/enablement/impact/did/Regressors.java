package io.enablement.impact.did;

import io.enablement.impact.panel.Panel;

/**
 * A constant and the covariates of each place, each with mean 0 and variance 1: effects do not
 * depend on a covariate's unit, and numbers of one size are solved more exactly.
 *
 * @param width the constant included
 * @param values by place, then by regressor
 */
record Regressors(int width, double[] values) {

    static Regressors of(Panel panel, int[] units) {
        int covariates = panel.covariateNames().size();
        int width = covariates + 1;
        double[] values = new double[units.length * width];
        for (int place = 0; place < units.length; place++) {
            values[place * width] = 1;
            System.arraycopy(
                    panel.covariates(),
                    units[place] * covariates,
                    values,
                    place * width + 1,
                    covariates);
        }
        for (int column = 1; column < width; column++) {
            standardise(values, column, width);
        }
        return new Regressors(width, values);
    }

    boolean isConstantAlone() {
        return width == 1;
    }

    /** Σ coefficient × regressor of the place. */
    double predict(int place, double[] coefficients) {
        double sum = 0;
        for (int column = 0; column < width; column++) {
            sum += coefficients[column] * values[place * width + column];
        }
        return sum;
    }

    /** Adds a multiple of the place's regressors. */
    void addTo(double[] sums, int place, double factor) {
        for (int column = 0; column < width; column++) {
            sums[column] += factor * values[place * width + column];
        }
    }

    private static void standardise(double[] values, int column, int width) {
        int count = Math.max(1, values.length / width);
        double mean = 0;
        for (int place = column; place < values.length; place += width) {
            mean += values[place] / count;
        }
        double variance = 0;
        for (int place = column; place < values.length; place += width) {
            variance += (values[place] - mean) * (values[place] - mean) / count;
        }
        double deviation = Math.sqrt(variance);
        for (int place = column; place < values.length; place += width) {
            values[place] = deviation == 0 ? 0 : (values[place] - mean) / deviation;
        }
    }
}
