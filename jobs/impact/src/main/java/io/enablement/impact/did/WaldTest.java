package io.enablement.impact.did;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Whether effects are all 0: W = θ' V⁺ θ, in the directions in which V is not singular.
 *
 * @param degrees the rank of V
 */
record WaldTest(double statistic, int degrees) {

    /** An eigenvalue below this share of the greatest is rounding. */
    private static final double SINGULAR = 1e-9;

    /** With fewer clusters for each degree, the χ² distribution finds too much. */
    private static final int CLUSTERS_PER_DEGREE = 30;

    /**
     * @param covariances V, by row
     */
    static WaldTest of(double[] effects, double[][] covariances) {
        int size = effects.length;
        DMatrixRMaj correlations = new DMatrixRMaj(size, size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double scale = Math.sqrt(covariances[row][row] * covariances[column][column]);
                correlations.set(row, column, covariances[row][column] / scale);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> directions =
                DecompositionFactory_DDRM.eig(size, true, true);
        directions.decompose(correlations);
        double greatest = 0;
        for (int each = 0; each < size; each++) {
            greatest = Math.max(greatest, directions.getEigenvalue(each).getReal());
        }
        double statistic = 0;
        int degrees = 0;
        for (int each = 0; each < size; each++) {
            double variance = directions.getEigenvalue(each).getReal();
            if (variance > SINGULAR * greatest) {
                double along = along(directions.getEigenVector(each), effects, covariances);
                statistic += along * along / variance;
                degrees++;
            }
        }
        return new WaldTest(statistic, degrees);
    }

    /**
     * From χ² with that many degrees, as n grows; with fewer than 30 clusters for each degree from
     * Hotelling's T², (n − d) W ÷ (d (n − 1)) with d and n − d degrees of F, of which χ² is the
     * limit.
     *
     * @param clusters n of the smaller arm, more than {@code degrees}
     */
    double p(int clusters) {
        if (clusters >= CLUSTERS_PER_DEGREE * degrees) {
            return ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
        }
        double ratio = (clusters - degrees) * statistic / (degrees * (clusters - 1.0));
        return FDistribution.of(degrees, (double) clusters - degrees).survivalProbability(ratio);
    }

    private static double along(DMatrixRMaj direction, double[] effects, double[][] covariances) {
        double sum = 0;
        for (int row = 0; row < effects.length; row++) {
            sum += direction.get(row, 0) * effects[row] / Math.sqrt(covariances[row][row]);
        }
        return sum;
    }
}
