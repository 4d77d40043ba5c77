package io.enablement.impact.journeys;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/** The linear system (I − Q) x = b, solved exactly by a sparse LU decomposition. */
final class SparseSystem {

    private final DMatrixSparseTriplet entries;
    private LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> decomposed;

    SparseSystem(int size) {
        entries = new DMatrixSparseTriplet(size, size, size);
        for (int place = 0; place < size; place++) {
            entries.addItem(place, place, 1);
        }
    }

    /** An entry of Q that is not on its diagonal; all of them come before the first solution. */
    void subtract(int row, int column, double entry) {
        entries.addItem(row, column, -entry);
    }

    double[] solve(double[] b) {
        if (b.length == 0) {
            return b;
        }
        if (decomposed == null) {
            decomposed = decompose();
        }
        DMatrixRMaj x = new DMatrixRMaj(b.length, 1);
        decomposed.solve(new DMatrixRMaj(b), x);
        return x.getData();
    }

    /** Solves A x = b for a small full A, given by its rows. */
    static double[] solveDense(double[][] rows, double[] b) {
        if (b.length == 0) {
            return b;
        }
        DMatrixRMaj x = new DMatrixRMaj(b.length, 1);
        if (!CommonOps_DDRM.solve(new DMatrixRMaj(rows), new DMatrixRMaj(b), x)) {
            throw new ArithmeticException("the visits of the removed states are singular");
        }
        return x.getData();
    }

    private LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> decompose() {
        LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
                LinearSolverFactory_DSCC.lu(FillReducing.NONE);
        if (!solver.setA(DConvertMatrixStruct.convert(entries, (DMatrixSparseCSC) null))) {
            throw new ArithmeticException("a state of the chain leads to no end");
        }
        return solver;
    }
}
