package io.enablement.streaming.sink.tables;

import io.enablement.domain.cohort.Membership;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code membership_ledger}: every rep who entered or left a cohort, and what caused it. */
public final class MembershipLedgerTable extends LedgerTable<Membership> {

    private static final long serialVersionUID = 1;

    public MembershipLedgerTable() {
        super(
                Table.ledger(
                        "membership_ledger",
                        "rep_id",
                        "programme_id",
                        "basis",
                        "cohort",
                        "amount",
                        "cause_source",
                        "cause_id"));
    }

    @Override
    void write(RowBytes row, Membership membership) {
        row.string(membership.repId())
                .string(membership.cohort().programmeId())
                .string(membership.cohort().basis())
                .string(membership.cohort().month())
                .int8(membership.amount())
                .string(membership.cause().source())
                .string(membership.cause().id());
    }
}
