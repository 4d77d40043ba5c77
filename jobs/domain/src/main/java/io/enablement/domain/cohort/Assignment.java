package io.enablement.domain.cohort;

import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.TrainingEvent.Kind;
import java.util.List;

/**
 * A work assignment that a rep submitted or that was approved, and the deal and stage it was about.
 *
 * @param state {@code submitted} or {@code approved}
 */
public record Assignment(
        String repId,
        Cause event,
        String state,
        String programmeId,
        String courseId,
        String dealId,
        String stage,
        Moment at) {

    static Assignment of(TrainingEvent event) {
        return new Assignment(
                event.repId(),
                event.cause(),
                event.kind() == Kind.ASSIGNMENT_APPROVED ? "approved" : "submitted",
                event.programmeId(),
                event.courseId(),
                event.dealId(),
                event.stage(),
                event.occurred());
    }

    /** What tells the assignments of one rep apart. */
    public List<String> identity() {
        return List.of(event.source(), event.id());
    }
}
