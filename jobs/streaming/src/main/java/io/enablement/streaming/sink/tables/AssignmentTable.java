package io.enablement.streaming.sink.tables;

import io.enablement.domain.cohort.Assignment;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code assignment}: the work assignments of each rep, submitted and approved ones. */
public final class AssignmentTable extends StateTable<Assignment> {

    private static final long serialVersionUID = 1;

    private final BusinessCalendar calendar;

    public AssignmentTable(BusinessCalendar calendar) {
        super(
                Table.replacing(
                        "assignment",
                        "rep_id",
                        "source",
                        "event_id",
                        "state",
                        "programme_id",
                        "course_id",
                        "deal_id",
                        "stage",
                        "occurred_at"));
        this.calendar = calendar;
    }

    @Override
    void writeKey(RowBytes row, Assignment assignment) {
        row.string(assignment.repId())
                .string(assignment.event().source())
                .string(assignment.event().id());
    }

    @Override
    void writeRest(RowBytes row, Assignment assignment) {
        row.string(assignment.state())
                .string(assignment.programmeId())
                .string(assignment.courseId())
                .string(assignment.dealId())
                .string(assignment.stage());
        Times.write(row, calendar.startOf(assignment.at()));
    }
}
