package io.enablement.domain.rep;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Month;

/**
 * One month of one version of a piece of content; the programme is empty where the source does not
 * know it.
 */
public record ContentMonth(
        String programmeId, String contentId, String contentVersion, int monthIndex) {

    static ContentMonth of(ContentEvent use, BusinessCalendar calendar) {
        return new ContentMonth(
                use.programmeId(),
                use.contentId(),
                use.contentVersion(),
                calendar.month(use.occurred()).index());
    }

    public Month month() {
        return new Month(monthIndex);
    }
}
