package io.enablement.streaming.sink.tables;

import io.enablement.domain.deal.StageTime;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code deal_stage}: the time of each deal in each stage. */
public final class DealStageTable extends StateTable<StageTime> {

    private static final long serialVersionUID = 1;

    public DealStageTable() {
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
                        "entries",
                        "owner"));
    }

    @Override
    void writeKey(RowBytes row, StageTime time) {
        row.string(time.dealId()).string(time.stage());
    }

    @Override
    void writeRest(RowBytes row, StageTime time) {
        row.nullable(time.rank(), RowBytes::int32);
        Times.write(row, time.entered());
        Times.write(row, time.lastEntered());
        Times.write(row, time.left());
        row.nullable(time.latestMicros(), RowBytes::int64)
                .int64(time.cumulativeMicros())
                .uint32(time.entries())
                .string(time.owner());
    }
}
