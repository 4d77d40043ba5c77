package io.enablement.streaming.sink.tables;

import io.enablement.domain.rep.ContentMonth;
import io.enablement.domain.rep.ContentTally;
import io.enablement.domain.rep.RepContentMonth;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;
import java.util.TreeMap;

/** Table {@code content_month}: how often each rep used each piece of content. */
public final class ContentMonthTable extends StateTable<RepContentMonth> {

    private static final long serialVersionUID = 1;

    public ContentMonthTable() {
        super(
                Table.replacing(
                        "content_month",
                        "rep_id",
                        "programme_id",
                        "content_id",
                        "content_version",
                        "month",
                        "uses",
                        "uses_on_deals",
                        "uses_by_day"));
    }

    @Override
    void writeKey(RowBytes row, RepContentMonth value) {
        ContentMonth month = value.month();
        row.string(value.repId())
                .string(month.programmeId())
                .string(month.contentId())
                .string(month.contentVersion())
                .date(month.month().firstDay());
    }

    @Override
    void writeRest(RowBytes row, RepContentMonth value) {
        ContentTally tally = value.tally();
        row.int64(tally.uses())
                .int64(tally.usesOnDeals())
                .map(new TreeMap<>(tally.usesByDay()), RowBytes::int32, RowBytes::int64);
    }
}
