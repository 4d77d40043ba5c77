package io.enablement.streaming.sink.tables;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.rep.Tenure;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;
import java.time.Instant;

/** Table {@code rep}: each stretch of a rep's employment in which nothing changed. */
public final class RepTable extends StateTable<Tenure> {

    private static final long serialVersionUID = 1;

    /** The earliest time that the column can hold stands for "always". */
    private static final Instant ALWAYS = Instant.parse("1900-01-01T00:00:00Z");

    public RepTable() {
        super(
                Table.replacing(
                        "rep",
                        "rep_id",
                        "valid_from",
                        "valid_to",
                        "role",
                        "team",
                        "region",
                        "manager",
                        "employment"));
    }

    @Override
    void writeKey(RowBytes row, Tenure tenure) {
        Moment from = tenure.span().from();
        row.string(tenure.repId())
                .dateTime64(from.isKnown() ? BusinessCalendar.instant(from.micros()) : ALWAYS);
    }

    @Override
    void writeRest(RowBytes row, Tenure tenure) {
        Times.write(row, tenure.span().to());
        row.string(tenure.label().role())
                .string(tenure.label().team())
                .string(tenure.label().region())
                .string(tenure.manager())
                .string(tenure.employment().label());
    }
}
