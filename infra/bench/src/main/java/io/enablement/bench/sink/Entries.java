package io.enablement.bench.sink;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Cause;
import io.enablement.domain.rep.Entry;
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.domain.rep.MonthKey;
import io.enablement.domain.rep.RepLabel;
import java.util.List;
import java.util.stream.LongStream;

/** Ledger entries as the job makes them: fourteen columns, most of them short texts. */
final class Entries {

    private static final Part[] PARTS = {Part.CREATED, Part.WON, Part.WON_AMOUNT, Part.CREDITED};
    private static final int FIRST_MONTH = 2024 * 12;

    private Entries() {}

    /** All at once: making them is no part of inserting them. */
    static List<LedgerEntry> of(long count) {
        return LongStream.range(0, count).mapToObj(Entries::entry).toList();
    }

    private static LedgerEntry entry(long place) {
        int rep = (int) (place % 2_000);
        RepLabel label = new RepLabel("team-" + rep % 12, "ae", "region-" + rep % 3);
        int month = FIRST_MONTH + (int) (place / 7 % 24);
        Entry entry =
                new Entry(
                        new MonthKey(
                                label, place % 3 == 0 ? "project" : "transactional", month, ""),
                        PARTS[(int) (place % PARTS.length)],
                        0,
                        100_000 + place % 9_000_000);
        Cause cause = new Cause("deal", "crm", "e" + place / 4 + "-5");
        return new LedgerEntry("rep-" + rep, "deal-" + place / 4, entry, cause);
    }
}
