package io.enablement.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several alternations of one run have measured.
 *
 * @param values in the order of the alternations, at least one
 */
public record Samples(List<Double> values) {

    public Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
    }

    /** The middle one, or the mean of the two in the middle. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double least() {
        return sorted()[0];
    }

    public double greatest() {
        return sorted()[values.size() - 1];
    }

    /**
     * The ratio in each alternation: two runs of one alternation stand close in time, so what slows
     * the machine for a while slows both.
     */
    public Samples dividedBy(Samples other) {
        if (values.size() != other.values.size()) {
            throw new IllegalArgumentException(
                    "%d alternations are no %d".formatted(values.size(), other.values.size()));
        }
        return new Samples(
                IntStream.range(0, values.size())
                        .mapToObj(place -> values.get(place) / other.values.get(place))
                        .toList());
    }

    /** The difference in each alternation. */
    public Samples minus(Samples other) {
        return new Samples(
                IntStream.range(0, values.size())
                        .mapToObj(place -> values.get(place) - other.values.get(place))
                        .toList());
    }

    /** The lesser one of each alternation. */
    public Samples orLess(Samples other) {
        return new Samples(
                IntStream.range(0, values.size())
                        .mapToObj(place -> Math.min(values.get(place), other.values.get(place)))
                        .toList());
    }

    private double[] sorted() {
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
