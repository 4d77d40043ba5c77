package io.enablement.impact.panel;

import java.util.BitSet;

/** In which months each rep worked, on any day of them. */
public final class WorkedMonths {

    private final int firstMonth;
    private final int months;
    private final BitSet worked;

    WorkedMonths(SalesMonths sales, Employment employment) {
        firstMonth = sales.firstMonth();
        months = sales.lastMonth() - firstMonth + 1;
        worked = new BitSet();
        for (int rep = 0; rep < sales.reps().size(); rep++) {
            for (int month = 0; month < months; month++) {
                if (employment.worked(sales.reps().get(rep), firstMonth + month)) {
                    worked.set(rep * months + month);
                }
            }
        }
    }

    public boolean in(int rep, int month) {
        return worked.get(rep * months + month - firstMonth);
    }
}
