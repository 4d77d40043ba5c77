package io.enablement.domain.rep;

import io.enablement.domain.event.Month;

/**
 * One month of a rep under one label, deal type and programme; the type is empty for what is no
 * deal's, the programme for what is of none.
 */
public record MonthKey(RepLabel label, String dealType, int monthIndex, String programmeId) {

    public MonthKey {
        programmeId = programmeId == null ? "" : programmeId;
    }

    public Month month() {
        return new Month(monthIndex);
    }
}
