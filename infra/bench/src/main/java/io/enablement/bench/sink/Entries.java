package io.enablement.bench.sink;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Cause;
import io.enablement.domain.rep.Entry;
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.domain.rep.MonthKey;
import io.enablement.domain.rep.RepLabel;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ledger entries as the job makes them: fourteen columns, most of them short texts. Each is made
 * when it is asked for, as in the job: a million that wait in the heap would cost more to collect
 * than to insert.
 *
 * @param count how many there are
 */
record Entries(long count) implements Iterable<LedgerEntry> {

    /** Entries that a deal has. */
    private static final Part[] PARTS = {Part.CREATED, Part.WON, Part.WON_AMOUNT, Part.CREDITED};

    private static final int REPS = 2_000;
    private static final int FIRST_MONTH = 2024 * 12;

    private static final List<String> IDS =
            IntStream.range(0, REPS).mapToObj(rep -> "rep-" + rep).toList();
    private static final List<RepLabel> LABELS =
            IntStream.range(0, REPS)
                    .mapToObj(rep -> new RepLabel("team-" + rep % 12, "ae", "region-" + rep % 3))
                    .toList();

    @Override
    public Iterator<LedgerEntry> iterator() {
        return new Iterator<>() {
            private long place;
            private String deal;
            private Cause cause;

            @Override
            public boolean hasNext() {
                return place < count;
            }

            @Override
            public LedgerEntry next() {
                if (place % PARTS.length == 0) {
                    long number = place / PARTS.length;
                    deal = "deal-" + number;
                    cause = new Cause("deal", "crm", "e" + number + "-5");
                }
                return entry(place++, deal, cause);
            }
        };
    }

    private static LedgerEntry entry(long place, String deal, Cause cause) {
        int rep = (int) (place % REPS);
        String dealType = place % 3 == 0 ? "project" : "transactional";
        int month = FIRST_MONTH + (int) (place / 7 % 24);
        return new LedgerEntry(
                IDS.get(rep),
                deal,
                new Entry(
                        new MonthKey(LABELS.get(rep), dealType, month, ""),
                        PARTS[(int) (place % PARTS.length)],
                        0,
                        100_000 + place % 9_000_000),
                cause);
    }
}
