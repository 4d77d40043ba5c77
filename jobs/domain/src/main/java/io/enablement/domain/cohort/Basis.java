package io.enablement.domain.cohort;

import io.enablement.domain.event.TrainingEvent;
import java.util.Locale;

/** What puts a rep into a cohort: being assigned to the programme, or completing it. */
public enum Basis {
    /** Month of the first enrolment (intention to treat). */
    ASSIGNED,
    /** Month of the first passed or completed course. */
    COMPLETED;

    /** The event puts its rep into a cohort, if it is the first that does. */
    boolean exposes(TrainingEvent event) {
        return switch (this) {
            case ASSIGNED -> event.kind() == TrainingEvent.Kind.ENROLLED;
            case COMPLETED -> event.trains();
        };
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is typed on a command line. */
    @Override
    public String toString() {
        return label();
    }
}
