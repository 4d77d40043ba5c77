package io.enablement.impact.did;

import io.enablement.impact.panel.Panel;
import java.util.Arrays;

/**
 * Which units of a panel are used, by cohort.
 *
 * @param units ascending by cohort, those who never start last
 */
record UnitChoice(int[] units, int incomplete, int treatedFromTheStart) {

    static UnitChoice of(Panel panel, Estimation estimation) {
        long[] keys = new long[panel.units().size()];
        int kept = 0;
        int incomplete = 0;
        int treatedFromTheStart = 0;
        long firstStart = (long) panel.times()[0] + estimation.anticipation() + 1;
        for (int unit = 0; unit < keys.length; unit++) {
            if (panel.cohorts()[unit] < firstStart) {
                treatedFromTheStart++;
            } else if (isObserved(panel, unit, estimation.unbalanced())) {
                keys[kept] = ((long) panel.cohorts()[unit] << Integer.SIZE) | unit;
                kept++;
            } else {
                incomplete++;
            }
        }
        long[] ordered = Arrays.copyOf(keys, kept);
        Arrays.sort(ordered);
        return new UnitChoice(
                Arrays.stream(ordered).mapToInt(key -> (int) key).toArray(),
                incomplete,
                treatedFromTheStart);
    }

    private static boolean isObserved(Panel panel, int unit, boolean onceIsEnough) {
        for (int period = 0; period < panel.times().length; period++) {
            if (Double.isNaN(panel.outcome(unit, period)) != onceIsEnough) {
                return onceIsEnough;
            }
        }
        return !onceIsEnough;
    }
}
