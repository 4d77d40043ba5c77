package io.enablement.domain.rep;

import io.enablement.domain.deal.Part;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A tally that many amounts are added to, in place. */
public final class GrowingTally {

    private final long[] sums;
    private final Map<Integer, Long> wonCycleDays;
    private final Map<Integer, Long> lostCycleDays;
    private final Map<Integer, Long> completionDays;

    public GrowingTally() {
        this(Tally.NONE.sums(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    private GrowingTally(
            long[] sums,
            Map<Integer, Long> wonCycleDays,
            Map<Integer, Long> lostCycleDays,
            Map<Integer, Long> completionDays) {
        this.sums = Arrays.copyOf(sums, Part.SUMS.size());
        this.wonCycleDays = wonCycleDays;
        this.lostCycleDays = lostCycleDays;
        this.completionDays = completionDays;
    }

    /** Goes on from what {@link Tally#pack} has written. */
    public static GrowingTally unpack(byte[] packed) {
        Tally tally = Tally.unpack(packed); // nobody else has it
        return new GrowingTally(
                tally.sums(), tally.wonCycleDays(), tally.lostCycleDays(), tally.completionDays());
    }

    public void add(Part part, int bucket, long amount) {
        switch (part) {
            case WON_CYCLE_DAYS -> Counts.add(wonCycleDays, bucket, amount);
            case LOST_CYCLE_DAYS -> Counts.add(lostCycleDays, bucket, amount);
            case COMPLETION_DAYS -> Counts.add(completionDays, bucket, amount);
            default -> sums[part.place()] += amount;
        }
    }

    public GrowingTally add(Tally more) {
        for (int place = 0; place < more.sums().length; place++) {
            sums[place] += more.sums()[place];
        }
        more.wonCycleDays().forEach((bucket, count) -> Counts.add(wonCycleDays, bucket, count));
        more.lostCycleDays().forEach((bucket, count) -> Counts.add(lostCycleDays, bucket, count));
        more.completionDays().forEach((bucket, count) -> Counts.add(completionDays, bucket, count));
        return this;
    }

    /** The sums so far; nothing may be added afterwards. */
    public Tally tally() {
        return new Tally(sums, wonCycleDays, lostCycleDays, completionDays);
    }
}
