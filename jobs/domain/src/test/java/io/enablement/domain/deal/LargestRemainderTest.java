package io.enablement.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

final class LargestRemainderTest {

    @Test
    void givesTheRestToTheLargestRemainders() {
        // 100 × 1, 2, 4 ÷ 7 = 14 2/7, 28 4/7, 57 1/7
        assertThat(LargestRemainder.shares(100, List.of(1L, 2L, 4L))).containsExactly(14, 29, 57);
    }

    @Test
    void givesTheRestToTheEarlierOfEqualRemainders() {
        assertThat(LargestRemainder.shares(100, List.of(1L, 1L, 1L))).containsExactly(34, 33, 33);
        assertThat(LargestRemainder.shares(101, List.of(1L, 1L, 1L))).containsExactly(34, 34, 33);
    }

    @Test
    void givesNothingWhereNoWeightIsPositive() {
        assertThat(LargestRemainder.shares(100, List.of(0L, 0L))).containsExactly(0, 0);
        assertThat(LargestRemainder.shares(100, List.of())).isEmpty();
    }

    @Test
    void doesNotOverflow() {
        assertThat(LargestRemainder.shares(Long.MAX_VALUE, List.of(10_000L, 0L)))
                .containsExactly(Long.MAX_VALUE, 0);
    }

    @Property
    void addsUpAndStraysLessThanOneFromTheExactShare(
            @ForAll @LongRange(max = 1_000_000_000_000L) long amount,
            @ForAll @NotEmpty List<@IntRange(max = 10_000) Integer> whole) {
        List<Long> weights = whole.stream().map(Integer::longValue).toList();
        long total = weights.stream().mapToLong(Long::longValue).sum();

        long[] shares = LargestRemainder.shares(amount, weights);

        assertThat(shares).hasSameSizeAs(weights.toArray());
        long sum = 0;
        for (int place = 0; place < shares.length; place++) {
            sum += shares[place];
            double exact = total == 0 ? 0 : (double) amount * weights.get(place) / total;
            assertThat((double) shares[place]).isBetween(exact - 1.001, exact + 1.001);
        }
        assertThat(sum).isEqualTo(total == 0 ? 0 : amount);
    }
}
