package io.enablement.impact.did;

/** How covariates are held equal between treated and controls; without any, all are one. */
public enum Method {
    /** Doubly robust: right where either of the other two is (Sant'Anna and Zhao 2020). */
    DR,
    /** Outcome regression: what the controls' covariates say of the treated. */
    REG,
    /** Inverse probability weighting: controls count as much as they resemble the treated. */
    IPW
}
