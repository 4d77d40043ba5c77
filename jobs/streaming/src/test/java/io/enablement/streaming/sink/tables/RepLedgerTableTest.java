package io.enablement.streaming.sink.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Month;
import io.enablement.domain.rep.Entry;
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.domain.rep.MonthKey;
import io.enablement.domain.rep.RepLabel;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.RowBytes;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Fails if the ledger shows an entry with another sign than the results add up. */
class RepLedgerTableTest {

    @Test
    void showsAnEntryWithItsSignAndCause() {
        MonthKey january =
                new MonthKey(
                        new RepLabel("north", "ae", "emea"), "", Month.of(2026, 1).index(), "p-1");
        Entry taken = new Entry(january, Part.WON, 0, -7);
        LedgerEntry entry = new LedgerEntry("ann", "d-1", taken, new Cause("deal", "crm", "e-1"));

        Row row = new RepLedgerTable().map(entry);

        RowBytes expected =
                new RowBytes()
                        .string("ann")
                        .string("north")
                        .string("ae")
                        .string("emea")
                        .string("")
                        .date(LocalDate.parse("2026-01-01"))
                        .string("p-1")
                        .string("won")
                        .int32(0)
                        .string("d-1")
                        .int64(-7)
                        .string("deal")
                        .string("crm")
                        .string("e-1");
        assertThat(row.columns()).isEqualTo(expected.toBytes());
    }
}
