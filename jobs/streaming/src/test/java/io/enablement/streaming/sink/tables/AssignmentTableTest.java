package io.enablement.streaming.sink.tables;

import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.TrainingEvents;
import io.enablement.domain.cohort.Assignment;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TrainingEvent.Kind;
import io.enablement.streaming.sink.RowBytes;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AssignmentTableTest {

    private static final BusinessCalendar TOKYO = new BusinessCalendar(ZoneId.of("Asia/Tokyo"), 1);

    @Test
    void writesADayAsItsLocalMidnight() {
        assertThat(columns(onDay("2026-01-05")))
                .isEqualTo(expected(Instant.parse("2026-01-04T15:00:00Z")));
    }

    @Test
    void writesNoTimeWhereItIsUnknown() {
        assertThat(columns(Moment.UNKNOWN)).isEqualTo(expected(null));
    }

    private static byte[] columns(Moment at) {
        Assignment assignment =
                TrainingEvents.history(
                                TrainingEvents.happened(Kind.ASSIGNMENT_APPROVED, at)
                                        .course("a")
                                        .deal("d-1", "proposal")
                                        .id("work"))
                        .assignments()
                        .get(0);
        return new AssignmentTable(TOKYO).map(Change.to(assignment)).columns();
    }

    private static byte[] expected(Instant occurredAt) {
        return new RowBytes()
                .string("ann")
                .string("test")
                .string("work")
                .string("approved")
                .string("p-1")
                .string("a")
                .string("d-1")
                .string("proposal")
                .nullable(occurredAt, RowBytes::dateTime64)
                .toBytes();
    }
}
