package io.enablement.cli;

import java.util.Locale;

/** What puts a rep into a cohort: the first enrolment, or the first completion. */
enum Basis {
    ASSIGNED,
    COMPLETED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
