package io.enablement.streaming.sink.tables;

import io.enablement.domain.cohort.Programme;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code programme}: every version of each programme's definition. */
public final class ProgrammeTable extends StateTable<Programme> {

    private static final long serialVersionUID = 1;

    public ProgrammeTable() {
        super(
                Table.replacing(
                        "programme",
                        "programme_id",
                        "definition",
                        "source",
                        "event_id",
                        "name",
                        "programme_type",
                        "owner",
                        "audience_roles",
                        "audience_regions",
                        "launch_at",
                        "payback_end_at",
                        "cost_minor",
                        "currency",
                        "primary_metric",
                        "baseline_from",
                        "baseline_to",
                        "assignment",
                        "course_ids",
                        "content_ids",
                        "half_life_days",
                        "defined_at",
                        "recorded_at",
                        "retired_at"));
    }

    @Override
    void writeKey(RowBytes row, Programme programme) {
        ProgrammeEvent event = programme.definition();
        row.string(event.programmeId())
                .int32(event.version())
                .string(event.envelope().source())
                .string(event.envelope().id());
    }

    @Override
    void writeRest(RowBytes row, Programme programme) {
        ProgrammeEvent event = programme.definition();
        row.string(event.name())
                .string(event.programmeType())
                .string(event.owner())
                .array(event.audienceRoles(), RowBytes::string)
                .array(event.audienceRegions(), RowBytes::string);
        Times.write(row, event.launchMicros());
        Times.write(row, event.paybackEndMicros());
        row.nullable(event.costMinor(), RowBytes::int64)
                .string(event.currency())
                .string(event.primaryMetric());
        Times.write(row, event.baselineFromMicros());
        Times.write(row, event.baselineToMicros());
        row.string(event.assignment())
                .array(event.courseIds(), RowBytes::string)
                .array(programme.contentIds(), RowBytes::string)
                .nullable(event.halfLifeDays(), RowBytes::float64)
                .dateTime64(BusinessCalendar.instant(event.envelope().occurredAtMicros()))
                .dateTime64(BusinessCalendar.instant(event.envelope().recordedAtMicros()));
        Times.write(row, programme.retired());
    }
}
