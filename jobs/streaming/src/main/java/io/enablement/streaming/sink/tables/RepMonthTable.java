package io.enablement.streaming.sink.tables;

import io.enablement.domain.rep.MonthKey;
import io.enablement.domain.rep.RepMonth;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code rep_month}: the parts of each rep's months. */
public final class RepMonthTable extends StateTable<RepMonth> {

    private static final long serialVersionUID = 1;

    public RepMonthTable() {
        super(
                Table.replacing(
                        "rep_month",
                        Parts.after(
                                "rep_id",
                                "team",
                                "role",
                                "region",
                                "deal_type",
                                "month",
                                "programme_id")));
    }

    @Override
    void writeKey(RowBytes row, RepMonth value) {
        MonthKey month = value.month();
        row.string(value.repId())
                .string(month.label().team())
                .string(month.label().role())
                .string(month.label().region())
                .string(month.dealType())
                .date(month.month().firstDay())
                .string(month.programmeId());
    }

    @Override
    void writeRest(RowBytes row, RepMonth value) {
        Parts.write(row, value.tally());
    }
}
