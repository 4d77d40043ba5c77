package io.enablement.impact.panel;

import java.util.Arrays;

/**
 * One outcome of every rep in every month, NaN where the rep did not work or where there is nothing
 * to divide by.
 */
public final class OutcomeMonths {

    private final SalesHistory history;
    private final Outcome outcome;
    private final int months;
    private final double[] values;

    public OutcomeMonths(SalesHistory history, Outcome outcome) {
        this.history = history;
        this.outcome = outcome;
        SalesMonths sales = history.sales();
        months = sales.lastMonth() - sales.firstMonth() + 1;
        values = new double[sales.reps().size() * months];
        for (int rep = 0; rep < sales.reps().size(); rep++) {
            for (int month = sales.firstMonth(); month <= sales.lastMonth(); month++) {
                values[place(rep, month)] =
                        history.worked().in(rep, month)
                                ? outcome.of(sales, rep, month)
                                : Double.NaN;
            }
        }
    }

    public Outcome outcome() {
        return outcome;
    }

    public SalesHistory history() {
        return history;
    }

    public double value(int rep, int month) {
        return values[place(rep, month)];
    }

    /** Whether the rep has a value in any of these months. */
    boolean isKnown(int rep, int first, int last) {
        return Arrays.stream(values, place(rep, first), place(rep, last) + 1)
                .anyMatch(value -> !Double.isNaN(value));
    }

    private int place(int rep, int month) {
        return rep * months + month - history.sales().firstMonth();
    }
}
