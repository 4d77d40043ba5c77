package io.enablement.domain.cohort;

import io.enablement.domain.rep.Tally;

/** The numbers of a cohort in one month, or a change of them. */
public record CohortTally(CohortMonth month, Tally tally) {

    public CohortTally plus(CohortTally other) {
        return new CohortTally(month, tally.plus(other.tally));
    }
}
