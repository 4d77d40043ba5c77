package io.enablement.streaming.sink.tables;

import io.enablement.domain.attribution.Credit;
import io.enablement.domain.attribution.Touch;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code attribution_credit}: what each model gives each touch of a won deal. */
public final class AttributionCreditTable extends StateTable<Credit> {

    private static final long serialVersionUID = 1;

    public AttributionCreditTable() {
        super(
                Table.replacing(
                        "attribution_credit",
                        "deal_id",
                        "model",
                        "position",
                        "family",
                        "source",
                        "id",
                        "rep_id",
                        "touch_type",
                        "programme_id",
                        "course_id",
                        "content_id",
                        "content_version",
                        "weight",
                        "amount_minor",
                        "closed_at"));
    }

    @Override
    void writeKey(RowBytes row, Credit credit) {
        row.string(credit.dealId()).string(credit.model().label()).uint32(credit.position());
    }

    @Override
    void writeRest(RowBytes row, Credit credit) {
        Touch touch = credit.touch();
        row.string(touch.family())
                .string(touch.source())
                .string(touch.id())
                .string(touch.repId())
                .string(touch.type().label())
                .string(touch.programmeId())
                .string(touch.courseId())
                .string(touch.contentId())
                .string(touch.contentVersion())
                .float64(credit.weight())
                .nullable(credit.amountMinor(), RowBytes::int64);
        Times.write(row, credit.closedMicros());
    }
}
