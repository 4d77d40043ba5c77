package io.enablement.domain.cohort;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TrainingEvent;

/** The first time that a rep was exposed to a programme, which decides the cohort. */
public record Exposure(
        String programmeId, String basis, String cohort, Moment at, String wave, Cause event) {

    static Exposure of(TrainingEvent event, Basis basis, BusinessCalendar calendar) {
        return new Exposure(
                event.programmeId(),
                basis.label(),
                calendar.month(event.occurred()).toString(),
                event.occurred(),
                event.wave(),
                event.cause());
    }

    /** The cohort that the rep belongs to by this exposure. */
    public Cohort cohortOf() {
        return new Cohort(programmeId, basis, cohort);
    }
}
