package io.enablement.streaming.sink.tables;

import io.enablement.domain.deal.DealFlag;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.rep.QuotaHistory;
import io.enablement.domain.rep.QuotaVersion;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;
import java.util.List;

/** Table {@code quota}: every quota that was set, superseded and voided ones too. */
public final class QuotaTable extends StateTable<QuotaVersion> {

    private static final long serialVersionUID = 1;

    private final Rules rules;

    public QuotaTable(Rules rules) {
        super(
                Table.replacing(
                        "quota",
                        "rep_id",
                        "period",
                        "source",
                        "event_id",
                        "amount_minor",
                        "currency",
                        "schedule_minor",
                        "effective_at",
                        "state",
                        "flags"));
        this.rules = rules;
    }

    @Override
    void writeKey(RowBytes row, QuotaVersion quota) {
        QuotaEvent event = quota.event();
        row.string(event.repId())
                .string(event.period())
                .string(event.envelope().source())
                .string(event.envelope().id());
    }

    @Override
    void writeRest(RowBytes row, QuotaVersion quota) {
        QuotaEvent event = quota.event();
        row.int64(event.amountMinor())
                .string(event.currency())
                .array(event.scheduleMinor(), RowBytes::int64)
                .dateTime64(BusinessCalendar.instant(event.effectiveAtMicros()))
                .string(quota.state().label())
                .array(flags(quota), RowBytes::string);
    }

    private List<String> flags(QuotaVersion quota) {
        return QuotaHistory.isCovered(quota.event(), rules)
                ? List.of()
                : List.of(DealFlag.NO_RATE.label());
    }
}
