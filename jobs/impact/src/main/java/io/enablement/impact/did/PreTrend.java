package io.enablement.impact.did;

/**
 * Whether groups and controls already drifted apart before the start: Wald's test that all effects
 * of the periods before are 0.
 *
 * @param over what is tested: "cells", or "level" where the cells are too many for the clusters:
 *     the mean of the times before against the base period
 * @param statistic W = θ' V⁻¹ θ; NaN where it cannot be computed
 * @param degrees how many effects are tested
 * @param p of a W as large where nothing drifts; NaN where W is
 * @param reason why there is no test; else ""
 */
public record PreTrend(String over, double statistic, int degrees, double p, String reason) {

    static PreTrend untested(String reason) {
        return new PreTrend("", Double.NaN, 0, Double.NaN, reason);
    }

    public boolean isTested() {
        return !Double.isNaN(p);
    }
}
