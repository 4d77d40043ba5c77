package io.enablement.domain.rep;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * The sums of all parts. Adding is commutative, so it does not matter in which order things arrive.
 * State written before a part existed has a shorter array; what is missing is zero.
 *
 * @param sums by the place of the part in {@link Part#SUMS}
 * @param wonCycleDays won deals by whole days
 * @param lostCycleDays lost deals by whole days
 * @param completionDays completions of programmes by whole days
 */
public record Tally(
        long[] sums,
        Map<Integer, Long> wonCycleDays,
        Map<Integer, Long> lostCycleDays,
        Map<Integer, Long> completionDays) {

    public static final Tally NONE = new Tally(new long[0], Map.of(), Map.of(), Map.of());

    public Tally {
        completionDays = completionDays == null ? Map.of() : completionDays;
    }

    public Tally plus(Part part, int bucket, long amount) {
        if (part.isHistogram()) {
            return plus(one(part, bucket, amount));
        }
        int place = part.place();
        long[] more = Arrays.copyOf(sums, Math.max(sums.length, place + 1));
        more[place] += amount;
        return new Tally(more, wonCycleDays, lostCycleDays, completionDays);
    }

    public Tally plus(Tally other) {
        long[] more = Arrays.copyOf(sums, Math.max(sums.length, other.sums.length));
        for (int place = 0; place < other.sums.length; place++) {
            more[place] += other.sums[place];
        }
        return new Tally(
                more,
                Counts.plus(wonCycleDays, other.wonCycleDays),
                Counts.plus(lostCycleDays, other.lostCycleDays),
                Counts.plus(completionDays, other.completionDays));
    }

    public Tally negated() {
        return new Tally(
                Arrays.stream(sums).map(sum -> -sum).toArray(),
                Counts.negated(wonCycleDays),
                Counts.negated(lostCycleDays),
                Counts.negated(completionDays));
    }

    public long sum(Part part) {
        int place = part.place();
        return place < sums.length ? sums[place] : 0;
    }

    /** Deals by bucket; no bucket is zero. */
    public Map<Integer, Long> histogram(Part part) {
        return switch (part) {
            case WON_CYCLE_DAYS -> wonCycleDays;
            case LOST_CYCLE_DAYS -> lostCycleDays;
            case COMPLETION_DAYS -> completionDays;
            default -> throw new IllegalArgumentException(part + " is one number");
        };
    }

    public boolean isZero() {
        return wonCycleDays.isEmpty()
                && lostCycleDays.isEmpty()
                && completionDays.isEmpty()
                && hasNoSum();
    }

    private boolean hasNoSum() {
        for (long sum : sums) {
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }

    /** In as few bytes as state should take: most parts of most months are zero. */
    public byte[] pack() {
        PackedWriter writer = new PackedWriter();
        int size = 0;
        for (long sum : sums) {
            size += sum == 0 ? 0 : 1;
        }
        writer.number(size);
        for (int place = 0; place < sums.length; place++) {
            if (sums[place] != 0) {
                writer.number(place).number(sums[place]);
            }
        }
        Counts.pack(wonCycleDays, writer);
        Counts.pack(lostCycleDays, writer);
        Counts.pack(completionDays, writer);
        return writer.toBytes();
    }

    public static Tally unpack(byte[] packed) {
        PackedReader reader = new PackedReader(packed);
        int size = reader.integer();
        long[] sums = new long[size == 0 ? 0 : Part.SUMS.size()];
        for (int count = 0; count < size; count++) {
            sums[reader.integer()] = reader.number();
        }
        return new Tally(sums, Counts.unpack(reader), Counts.unpack(reader), Counts.unpack(reader));
    }

    private static Tally one(Part part, int bucket, long amount) {
        Map<Integer, Long> counts = amount == 0 ? Map.of() : Map.of(bucket, amount);
        return new Tally(
                NONE.sums,
                part == Part.WON_CYCLE_DAYS ? counts : Map.of(),
                part == Part.LOST_CYCLE_DAYS ? counts : Map.of(),
                part == Part.COMPLETION_DAYS ? counts : Map.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that
                && Part.SUMS.stream().allMatch(part -> sum(part) == that.sum(part))
                && wonCycleDays.equals(that.wonCycleDays)
                && lostCycleDays.equals(that.lostCycleDays)
                && completionDays.equals(that.completionDays);
    }

    @Override
    public int hashCode() {
        return Objects.hash(wonCycleDays, lostCycleDays, completionDays);
    }
}
