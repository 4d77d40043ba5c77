package io.enablement.domain.cohort;

import io.enablement.domain.event.Cause;

/** A rep enters (+1) or leaves (−1) a cohort, and the event that made it so. */
public record Membership(String repId, Cohort cohort, int amount, Cause cause) {}
