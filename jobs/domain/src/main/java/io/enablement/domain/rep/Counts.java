package io.enablement.domain.rep;

import java.util.Map;
import java.util.TreeMap;

/** Adds up numbers by bucket; no bucket stays that is zero. */
final class Counts {

    private Counts() {}

    static Map<Integer, Long> plus(Map<Integer, Long> one, Map<Integer, Long> other) {
        if (other.isEmpty()) {
            return one;
        }
        Map<Integer, Long> both = new TreeMap<>(one);
        other.forEach(
                (bucket, count) -> both.compute(bucket, (same, sum) -> addUnlessZero(sum, count)));
        return both;
    }

    static Map<Integer, Long> negated(Map<Integer, Long> counts) {
        Map<Integer, Long> negated = new TreeMap<>();
        counts.forEach((bucket, count) -> negated.put(bucket, -count));
        return negated;
    }

    private static Long addUnlessZero(Long former, long count) {
        long sum = former == null ? count : former + count;
        return sum == 0 ? null : sum;
    }
}
