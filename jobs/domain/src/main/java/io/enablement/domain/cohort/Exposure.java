package io.enablement.domain.cohort;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TrainingEvent;
import java.util.List;

/** The first time that a rep was exposed to a programme, which decides the cohort. */
public record Exposure(
        String repId,
        String programmeId,
        String basis,
        String cohort,
        Moment at,
        String wave,
        Cause event) {

    static Exposure of(TrainingEvent event, Basis basis, BusinessCalendar calendar) {
        return new Exposure(
                event.repId(),
                event.programmeId(),
                basis.label(),
                calendar.month(event.occurred()).toString(),
                event.occurred(),
                event.wave(),
                event.cause());
    }

    /** What tells the exposures of one rep apart. */
    public List<String> identity() {
        return List.of(programmeId, basis);
    }

    /** The cohort that the rep belongs to by this exposure. */
    public Cohort cohortOf() {
        return new Cohort(programmeId, basis, cohort);
    }
}
