package io.enablement.streaming.sink.tables;

import io.enablement.domain.cohort.Exposure;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code exposure}: what put each rep into a cohort. */
public final class ExposureTable extends StateTable<Exposure> {

    private static final long serialVersionUID = 1;

    public ExposureTable() {
        super(
                Table.replacing(
                        "exposure",
                        "rep_id",
                        "programme_id",
                        "basis",
                        "cohort",
                        "exposed_at",
                        "wave",
                        "source",
                        "event_id"));
    }

    @Override
    void writeKey(RowBytes row, Exposure exposure) {
        row.string(exposure.repId()).string(exposure.programmeId()).string(exposure.basis());
    }

    @Override
    void writeRest(RowBytes row, Exposure exposure) {
        row.string(exposure.cohort())
                .dateTime64(BusinessCalendar.instant(exposure.at().micros()))
                .string(exposure.wave())
                .string(exposure.event().source())
                .string(exposure.event().id());
    }
}
