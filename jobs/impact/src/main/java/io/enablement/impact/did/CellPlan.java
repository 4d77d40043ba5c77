package io.enablement.impact.did;

import java.util.ArrayList;
import java.util.List;

/** A cell that is to be estimated: a group at a period, and the period to compare with. */
record CellPlan(int group, int period, int base) {

    /**
     * Every group and period, where the first periods have nothing to compare with. From {@code
     * anticipation} before the start on, the base is the last period before that (Callaway and
     * Sant'Anna 2021, theorem 1); before, it is that one or the period just before.
     */
    static List<CellPlan> of(Design design, Estimation estimation) {
        List<CellPlan> plans = new ArrayList<>();
        for (int group : design.groups()) {
            int last = lastBefore(design.times(), (long) group - estimation.anticipation());
            for (int period = 0; period < design.times().length; period++) {
                int base = period > last || isUniversal(estimation) ? last : period - 1;
                if (base >= 0 && base != period) {
                    plans.add(new CellPlan(group, period, base));
                }
            }
        }
        return plans;
    }

    int eventTime(Design design) {
        return design.times()[period] - group;
    }

    private static boolean isUniversal(Estimation estimation) {
        return estimation.base() == BasePeriod.UNIVERSAL;
    }

    /** The last period before a time; every group has one. */
    private static int lastBefore(int[] times, long time) {
        int last = 0;
        while (last + 1 < times.length && times[last + 1] < time) {
            last++;
        }
        return last;
    }
}
