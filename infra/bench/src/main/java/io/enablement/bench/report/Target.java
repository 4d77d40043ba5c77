package io.enablement.bench.report;

/**
 * What a ratio has to reach.
 *
 * @param atLeast whether the bound is the least or the greatest good value
 */
public record Target(double bound, boolean atLeast) {

    public static Target atLeast(double bound) {
        return new Target(bound, true);
    }

    public static Target atMost(double bound) {
        return new Target(bound, false);
    }

    /** By the median. */
    public boolean isMetBy(Samples measured) {
        return atLeast ? measured.median() >= bound : measured.median() <= bound;
    }
}
