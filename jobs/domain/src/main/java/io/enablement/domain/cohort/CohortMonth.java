package io.enablement.domain.cohort;

/** One month of a cohort and deal type, before or after the exposure. */
public record CohortMonth(Cohort cohort, String dealType, int monthIndex) {}
