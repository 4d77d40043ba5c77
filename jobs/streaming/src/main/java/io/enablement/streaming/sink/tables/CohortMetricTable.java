package io.enablement.streaming.sink.tables;

import io.enablement.domain.cohort.CohortMonth;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.event.Month;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code cohort_metric}: the parts of each cohort's months. */
public final class CohortMetricTable extends StateTable<CohortTally> {

    private static final long serialVersionUID = 1;

    public CohortMetricTable() {
        super(
                Table.replacing(
                        "cohort_metric",
                        Parts.after("programme_id", "basis", "cohort", "deal_type", "month")));
    }

    @Override
    void writeKey(RowBytes row, CohortTally value) {
        CohortMonth month = value.month();
        row.string(month.cohort().programmeId())
                .string(month.cohort().basis())
                .string(month.cohort().month())
                .string(month.dealType())
                .date(new Month(month.monthIndex()).firstDay());
    }

    @Override
    void writeRest(RowBytes row, CohortTally value) {
        Parts.write(row, value.tally());
    }
}
