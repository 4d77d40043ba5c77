package io.enablement.domain.cohort;

import io.enablement.domain.rep.Tally;

/** The numbers of a cohort in one month, or a change of them. */
public record CohortTally(CohortMonth month, Tally tally) {}
