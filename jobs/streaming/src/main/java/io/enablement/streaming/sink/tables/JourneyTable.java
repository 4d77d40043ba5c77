package io.enablement.streaming.sink.tables;

import io.enablement.domain.attribution.ClosedDeal;
import io.enablement.domain.attribution.Journey;
import io.enablement.domain.attribution.JourneyFlag;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code journey}: every deal that is over, and how many touches led to it. */
public final class JourneyTable extends StateTable<Journey> {

    private static final long serialVersionUID = 1;

    public JourneyTable() {
        super(
                Table.replacing(
                        "journey",
                        "deal_id",
                        "outcome",
                        "owner",
                        "created_at",
                        "qualified_at",
                        "closed_at",
                        "amount_minor",
                        "touches",
                        "touches_left_out",
                        "flags"));
    }

    @Override
    void writeKey(RowBytes row, Journey journey) {
        row.string(journey.deal().dealId());
    }

    @Override
    void writeRest(RowBytes row, Journey journey) {
        ClosedDeal deal = journey.deal();
        row.string(deal.outcome().label()).string(deal.owner());
        Times.write(row, deal.createdMicros());
        Times.write(row, deal.qualifiedMicros());
        Times.write(row, deal.closedMicros());
        row.nullable(deal.amountMinor(), RowBytes::int64)
                .uint32(journey.touches().size())
                .uint32(journey.leftOut())
                .array(journey.flags().stream().map(JourneyFlag::label).toList(), RowBytes::string);
    }
}
