package io.enablement.domain.cohort;

import io.enablement.domain.rep.MonthKey;

/** The reps who were exposed to a programme in the same month, by one basis. */
public record Cohort(String programmeId, String basis, String month) {

    /** What a rep does in another programme is no number of this one's cohorts. */
    public boolean counts(MonthKey month) {
        return month.programmeId().isEmpty() || month.programmeId().equals(programmeId);
    }
}
