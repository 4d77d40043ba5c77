package io.enablement.domain.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for every model on thousands of random journeys. */
final class CreditPropertyTest {

    private static final long GREATEST_AMOUNT_MINOR = 1_000_000_000_000_000L;
    private static final int MOST_TOUCHES = 250;
    private static final long YEAR = 365 * TouchTimes.MICROS_PER_DAY;

    /** Breaks where a milestone without a touch, or a rest of nobody, keeps its weight. */
    @Property(tries = 2_000, seed = "20260101")
    void weightsAreSharesOfOne(@ForAll("journeys") TouchTimes journey, @ForAll RuleModel model) {
        double[] weights = model.weights(journey);

        assertThat(weights).hasSize(journey.touches());
        assertThat(Arrays.stream(weights)).allMatch(weight -> weight >= 0 && weight <= 1);
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
    }

    /** Breaks where cents are rounded one by one. */
    @Property(tries = 2_000, seed = "20260102")
    void moneyAddsUpToTheCent(
            @ForAll("journeys") TouchTimes journey,
            @ForAll RuleModel model,
            @ForAll @LongRange(max = GREATEST_AMOUNT_MINOR) long amountMinor) {
        double[] weights = model.weights(journey);

        long[] shares = CreditedMoney.shares(amountMinor, weights);

        assertThat(Arrays.stream(shares).sum()).isEqualTo(amountMinor);
        double inexact = 1 + amountMinor * weights.length * 1e-12;
        for (int place = 0; place < shares.length; place++) {
            assertThat((double) shares[place])
                    .isCloseTo(amountMinor * weights[place], within(inexact));
        }
    }

    @Property(tries = 500, seed = "20260103")
    void equalTouchesDifferByTheOddCentOnly(
            @ForAll("journeys") TouchTimes journey,
            @ForAll @LongRange(max = GREATEST_AMOUNT_MINOR) long amountMinor) {
        long[] shares = CreditedMoney.shares(amountMinor, RuleModel.LINEAR.weights(journey));

        assertThat(shares[0] - shares[shares.length - 1]).isBetween(0L, 1L);
        for (int place = 1; place < shares.length; place++) {
            assertThat(shares[place]).isLessThanOrEqualTo(shares[place - 1]);
        }
    }

    @Provide
    Arbitrary<TouchTimes> journeys() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, MOST_TOUCHES),
                        Arbitraries.doubles().between(.01, 1_000).ofScale(2),
                        Arbitraries.longs())
                .as(CreditPropertyTest::journey);
    }

    private static TouchTimes journey(int touches, double halfLifeDays, long seed) {
        Random random = new Random(seed);
        long[] touched = random.longs(touches, 0, YEAR).sorted().toArray();
        Long qualified = random.nextBoolean() ? null : Long.valueOf(random.nextLong(2 * YEAR));
        return new TouchTimes(touched, qualified, YEAR, halfLifeDays);
    }
}
