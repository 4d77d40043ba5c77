package io.enablement.impact.did;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The matrix Σ f x x' of regressors x, to be solved against one side or several. */
final class NormalEquations {

    /** Of a matrix with ones on its diagonal: below, regressors depend on each other. */
    private static final double SINGULAR = 1e-10;

    private final Regressors regressors;
    private final DMatrixRMaj matrix;

    NormalEquations(Regressors regressors) {
        this.regressors = regressors;
        this.matrix = new DMatrixRMaj(regressors.width(), regressors.width());
    }

    /** Adds f x x' of one place. */
    void add(int place, double factor) {
        int width = regressors.width();
        double[] values = regressors.values();
        for (int row = 0; row < width; row++) {
            double scaled = factor * values[place * width + row];
            for (int column = 0; column < width; column++) {
                matrix.data[row * width + column] += scaled * values[place * width + column];
            }
        }
    }

    /** One solution for each side; empty where the matrix is singular. */
    Optional<double[][]> solve(double[]... sides) {
        double[] scales = new double[regressors.width()];
        DMatrixRMaj scaled = scaled(scales);
        if (isSingular(scaled.copy())) {
            return Optional.empty();
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(scales.length);
        solver.setA(scaled);
        double[][] solutions = new double[sides.length][];
        for (int side = 0; side < sides.length; side++) {
            solutions[side] = solve(solver, sides[side], scales);
        }
        return Optional.of(solutions);
    }

    private DMatrixRMaj scaled(double[] scales) {
        DMatrixRMaj scaled = matrix.copy();
        for (int row = 0; row < scales.length; row++) {
            scales[row] = Math.sqrt(matrix.get(row, row));
        }
        for (int row = 0; row < scales.length; row++) {
            for (int column = 0; column < scales.length; column++) {
                scaled.set(row, column, matrix.get(row, column) / scales[row] / scales[column]);
            }
        }
        return scaled;
    }

    private static boolean isSingular(DMatrixRMaj scaled) {
        CholeskyDecomposition_F64<DMatrixRMaj> roots =
                DecompositionFactory_DDRM.chol(scaled.numRows, true);
        if (!roots.decompose(scaled)) {
            return true;
        }
        DMatrixRMaj triangle = roots.getT(null);
        for (int row = 0; row < triangle.numRows; row++) {
            double pivot = triangle.get(row, row);
            if (!(pivot * pivot > SINGULAR)) {
                return true;
            }
        }
        return false;
    }

    private static double[] solve(
            LinearSolverDense<DMatrixRMaj> solver, double[] side, double[] scales) {
        DMatrixRMaj known = new DMatrixRMaj(side.length, 1);
        DMatrixRMaj unknown = new DMatrixRMaj(side.length, 1);
        for (int row = 0; row < side.length; row++) {
            known.set(row, 0, side[row] / scales[row]);
        }
        solver.solve(known, unknown);
        for (int row = 0; row < side.length; row++) {
            unknown.data[row] /= scales[row];
        }
        return unknown.data;
    }
}
