package io.enablement.domain.cohort;

import java.util.Locale;

/** What puts a rep into a cohort: being assigned to the programme, or completing it. */
public enum Basis {
    /** Month of the first enrolment (intention to treat). */
    ASSIGNED,
    /** Month of the first passed or completed course. */
    COMPLETED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
