package io.enablement.streaming.sink.tables;

import io.enablement.domain.deal.StageTime;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code deal_stage}: the time of each deal in each stage. */
public final class DealStageTable extends StateTable<StageTime> {

    private static final long serialVersionUID = 1;

    private final BusinessCalendar calendar;

    public DealStageTable(BusinessCalendar calendar) {
        super(
                Table.replacing(
                        "deal_stage",
                        "deal_id",
                        "stage",
                        "rank",
                        "entered_at",
                        "last_entered_at",
                        "left_at",
                        "latest_micros",
                        "cumulative_micros",
                        "latest_days",
                        "cumulative_days",
                        "entries",
                        "owner",
                        "entered_owner",
                        "advanced"));
        this.calendar = calendar;
    }

    @Override
    void writeKey(RowBytes row, StageTime time) {
        row.string(time.dealId()).string(time.stage());
    }

    @Override
    void writeRest(RowBytes row, StageTime time) {
        row.nullable(time.rank(), RowBytes::int32);
        Times.write(row, calendar.startOf(time.entered()));
        Times.write(row, calendar.startOf(time.lastEntered()));
        Times.write(row, calendar.startOf(time.left()));
        row.nullable(time.latestMicros(), RowBytes::int64)
                .int64(time.cumulativeMicros())
                .nullable(time.latestDays(), RowBytes::int32)
                .int32(time.cumulativeDays())
                .uint32(time.entries())
                .string(time.owner())
                .string(time.enteredOwner())
                .uint8(time.advanced() ? 1 : 0);
    }
}
