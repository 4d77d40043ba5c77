package io.enablement.domain.metric;

/** The two bounds between which a number lies with a stated confidence. */
public record Interval(double lower, double upper) {}
