package io.enablement.streaming.job;

import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.Table;
import io.enablement.streaming.sink.tables.MembershipLedgerTable;
import io.enablement.streaming.sink.tables.RepLedgerTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An entry of a ledger as its bytes say it.
 *
 * @param place the columns before the amount
 */
record LedgerRow(ByteBuffer place, long amount) {

    private static final List<String> REP_LEDGER = place(new RepLedgerTable().table());
    private static final List<String> MEMBERSHIP_LEDGER =
            place(new MembershipLedgerTable().table());

    private static final LedgerRow NOTHING = new LedgerRow(ByteBuffer.allocate(0), 0);

    /** Progress is no entry of a ledger: it counts nothing that is shown. */
    static LedgerRow of(Row row) {
        return switch (row.table()) {
            case "rep_ledger" -> of(row, REP_LEDGER, Long.BYTES);
            case "membership_ledger" -> of(row, MEMBERSHIP_LEDGER, Byte.BYTES);
            default -> NOTHING;
        };
    }

    /** The columns before the amount. */
    static List<String> place(Table ledger) {
        return ledger.columns().subList(0, ledger.columns().indexOf("amount"));
    }

    private static LedgerRow of(Row row, List<String> columns, int amountBytes) {
        ByteBuffer bytes = ByteBuffer.wrap(row.columns()).order(ByteOrder.LITTLE_ENDIAN);
        for (String column : columns) {
            skip(column, bytes);
        }
        ByteBuffer place = ByteBuffer.wrap(row.columns(), 0, bytes.position()).slice();
        return new LedgerRow(place, amountBytes == Byte.BYTES ? bytes.get() : bytes.getLong());
    }

    private static void skip(String column, ByteBuffer bytes) {
        int size =
                switch (column) {
                    case "month" -> Short.BYTES;
                    case "bucket" -> Integer.BYTES;
                    default -> length(bytes);
                };
        bytes.position(bytes.position() + size);
    }

    private static int length(ByteBuffer bytes) {
        int length = 0;
        int shift = 0;
        int next = bytes.get();
        while (next < 0) {
            length |= (next & 0x7F) << shift;
            shift += 7;
            next = bytes.get();
        }
        return length | next << shift;
    }
}
