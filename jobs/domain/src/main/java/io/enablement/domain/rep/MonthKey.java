package io.enablement.domain.rep;

import io.enablement.domain.event.Month;

/** One month of a rep under one label and deal type; the type is empty for what is no deal's. */
public record MonthKey(RepLabel label, String dealType, int monthIndex) {

    public Month month() {
        return new Month(monthIndex);
    }
}
