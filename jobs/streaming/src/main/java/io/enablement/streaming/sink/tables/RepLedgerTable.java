package io.enablement.streaming.sink.tables;

import io.enablement.domain.rep.Entry;
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.domain.rep.MonthKey;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code rep_ledger}: every change of a part of a rep's month, and what caused it. */
public final class RepLedgerTable extends LedgerTable<LedgerEntry> {

    private static final long serialVersionUID = 1;

    public RepLedgerTable() {
        super(
                Table.ledger(
                        "rep_ledger",
                        "rep_id",
                        "team",
                        "role",
                        "region",
                        "deal_type",
                        "month",
                        "programme_id",
                        "part",
                        "bucket",
                        "subject",
                        "amount",
                        "cause_family",
                        "cause_source",
                        "cause_id"));
    }

    @Override
    void write(RowBytes row, LedgerEntry value) {
        Entry entry = value.entry();
        MonthKey month = entry.month();
        row.string(value.repId())
                .string(month.label().team())
                .string(month.label().role())
                .string(month.label().region())
                .string(month.dealType())
                .date(month.month().firstDay())
                .string(month.programmeId())
                .string(entry.part().column())
                .int32(entry.bucket())
                .string(value.subject())
                .int64(entry.amount())
                .string(value.cause().family())
                .string(value.cause().source())
                .string(value.cause().id());
    }
}
