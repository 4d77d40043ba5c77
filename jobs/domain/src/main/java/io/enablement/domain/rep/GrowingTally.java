package io.enablement.domain.rep;

import io.enablement.domain.deal.Part;
import java.util.Map;
import java.util.TreeMap;

/** A tally that many amounts are added to, in place. */
public final class GrowingTally {

    private final long[] sums = new long[Part.SUMS.size()];
    private final Map<Integer, Long> wonCycleDays = new TreeMap<>();
    private final Map<Integer, Long> lostCycleDays = new TreeMap<>();
    private final Map<Integer, Long> completionDays = new TreeMap<>();

    public void add(Part part, int bucket, long amount) {
        switch (part) {
            case WON_CYCLE_DAYS -> Counts.add(wonCycleDays, bucket, amount);
            case LOST_CYCLE_DAYS -> Counts.add(lostCycleDays, bucket, amount);
            case COMPLETION_DAYS -> Counts.add(completionDays, bucket, amount);
            default -> sums[part.place()] += amount;
        }
    }

    /** The sums so far; nothing may be added afterwards. */
    public Tally tally() {
        return new Tally(sums, wonCycleDays, lostCycleDays, completionDays);
    }
}
