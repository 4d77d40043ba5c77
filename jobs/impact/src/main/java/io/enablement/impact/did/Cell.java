package io.enablement.impact.did;

/**
 * The average effect on one group at one time, ATT(g,t).
 *
 * @param group time at which its units start
 * @param base time with which {@code time} is compared
 * @param treated units of the group that count here
 * @param controls units it is compared with
 * @param treatedWeight Σ of the treated units' weights
 * @param reason why the estimate is unknown, or its error; else ""
 */
public record Cell(
        int group,
        int time,
        int base,
        Estimate estimate,
        int treated,
        int controls,
        double treatedWeight,
        String reason) {

    public boolean isKnown() {
        return estimate.isKnown();
    }

    /** Whether the group has started. */
    public boolean isAfterStart() {
        return time >= group;
    }

    /** Periods since the start; negative before it. */
    public int eventTime() {
        return time - group;
    }
}
