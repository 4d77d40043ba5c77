package io.enablement.domain.cohort;

/** The reps who were exposed to a programme in the same month, by one basis. */
public record Cohort(String programmeId, String basis, String month) {}
