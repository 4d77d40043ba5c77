package io.enablement.streaming.sink.tables;

import io.enablement.domain.attribution.JourneyTouch;
import io.enablement.domain.attribution.Touch;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code touch}: the touches of each journey in their order. */
public final class TouchTable extends StateTable<JourneyTouch> {

    private static final long serialVersionUID = 1;

    public TouchTable() {
        super(
                Table.replacing(
                        "touch",
                        "deal_id",
                        "position",
                        "family",
                        "touch_type",
                        "kind",
                        "source",
                        "id",
                        "occurred_at",
                        "rep_id",
                        "programme_id",
                        "course_id",
                        "content_id",
                        "content_version",
                        "linked_by",
                        "origin_deal_id"));
    }

    @Override
    void writeKey(RowBytes row, JourneyTouch step) {
        row.string(step.dealId()).uint32(step.position());
    }

    @Override
    void writeRest(RowBytes row, JourneyTouch step) {
        Touch touch = step.linked().touch();
        row.string(touch.family())
                .string(touch.type().label())
                .string(touch.kind())
                .string(touch.source())
                .string(touch.id())
                .dateTime64(BusinessCalendar.instant(touch.occurredMicros()))
                .string(touch.repId())
                .string(touch.programmeId())
                .string(touch.courseId())
                .string(touch.contentId())
                .string(touch.contentVersion())
                .string(step.linked().linkedBy())
                .string(step.linked().originDealId());
    }
}
