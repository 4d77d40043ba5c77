package io.enablement.impact.did;

import java.util.Arrays;

/** Holm's correction (1979) for looking at several outcomes at once. */
public final class Holm {

    private Holm() {}

    /**
     * Adjusted p-values in the same order: with m of them ascending, the greatest so far of (m − i
     * + 1) × p₍ᵢ₎, and at most 1. A NaN stays one and is not counted.
     *
     * @param p values from 0 to 1
     */
    public static double[] adjust(double[] p) {
        double[] sorted = Arrays.stream(p).filter(each -> !Double.isNaN(each)).sorted().toArray();
        double[] adjusted = new double[sorted.length];
        double greatest = 0;
        for (int each = 0; each < sorted.length; each++) {
            greatest = Math.max(greatest, (sorted.length - each) * sorted[each]);
            adjusted[each] = Math.min(1, greatest);
        }
        return Arrays.stream(p)
                .map(each -> Double.isNaN(each) ? each : adjusted[place(sorted, each)])
                .toArray();
    }

    /** The first of equal ones: the others after it have the same adjusted value. */
    private static int place(double[] sorted, double value) {
        int place = Arrays.binarySearch(sorted, value);
        while (place > 0 && sorted[place - 1] == value) {
            place--;
        }
        return place;
    }
}
