package io.enablement.domain.rep;

import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import java.util.Map;
import java.util.TreeMap;

/** Adds up numbers by bucket; no bucket stays that is zero. */
final class Counts {

    private Counts() {}

    static Map<Integer, Long> plus(Map<Integer, Long> one, Map<Integer, Long> other) {
        if (other.isEmpty()) {
            return one;
        }
        if (one.isEmpty()) {
            return other;
        }
        Map<Integer, Long> both = new TreeMap<>(one);
        other.forEach((bucket, count) -> add(both, bucket, count));
        return both;
    }

    /** Adds in place. */
    static void add(Map<Integer, Long> counts, int bucket, long count) {
        counts.compute(bucket, (same, sum) -> addUnlessZero(sum, count));
    }

    static Map<Integer, Long> negated(Map<Integer, Long> counts) {
        Map<Integer, Long> negated = new TreeMap<>();
        counts.forEach((bucket, count) -> negated.put(bucket, -count));
        return negated;
    }

    static void pack(Map<Integer, Long> counts, PackedWriter writer) {
        writer.number(counts.size());
        counts.forEach((bucket, count) -> writer.number(bucket).number(count));
    }

    /** Where nothing is left there were no such counts yet. */
    static Map<Integer, Long> unpack(PackedReader reader) {
        Map<Integer, Long> counts = new TreeMap<>();
        if (!reader.hasMore()) {
            return counts;
        }
        int size = reader.integer();
        for (int place = 0; place < size; place++) {
            counts.put(reader.integer(), reader.number());
        }
        return counts;
    }

    private static Long addUnlessZero(Long former, long count) {
        long sum = former == null ? count : former + count;
        return sum == 0 ? null : sum;
    }
}
