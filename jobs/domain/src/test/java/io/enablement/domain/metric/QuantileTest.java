package io.enablement.domain.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

final class QuantileTest {

    @Test
    void isEmptyWithoutValues() {
        assertThat(Quantile.of(Map.<Integer, Long>of(), 0.5)).isEmpty();
    }

    @Test
    void isTheValueItselfWhereThereIsOne() {
        assertThat(Quantile.of(Map.of(7, 1L), 0.9)).hasValue(7);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Quantile.of(Map.of(10, 1L, 20, 2L, 30, 1L), 0.5)).hasValue(20);
        assertThat(Quantile.of(Map.of(10, 2L, 30, 2L), 0.5)).hasValue(20);
    }

    @Test
    void interpolatesBetweenTheClosestRanks() {
        // 10, 20, 30, 40: place 3 × 0.9 = 2.7, so 30 + 0.7 × 10
        Map<Integer, Long> counts = Map.of(10, 1L, 20, 1L, 30, 1L, 40, 1L);

        assertThat(Quantile.of(counts, 0.9).orElseThrow()).isEqualTo(37, within(1e-9));
    }

    @Test
    void reachesFromTheLeastToTheGreatest() {
        Map<Integer, Long> counts = Map.of(10, 5L, 20, 1L, 90, 3L);

        assertThat(Quantile.of(counts, 0)).hasValue(10);
        assertThat(Quantile.of(counts, 1)).hasValue(90);
    }

    @Property
    void equalsTheDefinitionOnTheSortedValues(
            @ForAll @NotEmpty List<@IntRange(max = 400) Integer> values,
            @ForAll @DoubleRange(max = 1) double p) {
        Map<Integer, Long> counts =
                values.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Integer> sorted = values.stream().sorted().toList();
        double place = (sorted.size() - 1) * p;
        int below = sorted.get((int) Math.floor(place));
        int above = sorted.get((int) Math.ceil(place));

        double quantile = Quantile.of(counts, p).orElseThrow();

        assertThat(quantile)
                .isEqualTo(below + (place - Math.floor(place)) * (above - below), within(1e-9))
                .isBetween((double) Collections.min(values), (double) Collections.max(values));
    }
}
