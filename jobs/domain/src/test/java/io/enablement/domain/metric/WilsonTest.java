package io.enablement.domain.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class WilsonTest {

    private static final Offset<Double> FOUR_DIGITS = within(0.00005);

    @Test
    void agreesWithThePublishedExamples() {
        Interval threeOfTen = Wilson.interval(3, 10).orElseThrow();
        Interval twentyOfAHundred = Wilson.interval(20, 100).orElseThrow();

        assertThat(threeOfTen.lower()).isEqualTo(0.1078, FOUR_DIGITS);
        assertThat(threeOfTen.upper()).isEqualTo(0.6032, FOUR_DIGITS);
        assertThat(twentyOfAHundred.lower()).isEqualTo(0.1334, FOUR_DIGITS);
        assertThat(twentyOfAHundred.upper()).isEqualTo(0.2888, FOUR_DIGITS);
    }

    @Test
    void isEmptyWithoutTrials() {
        assertThat(Wilson.interval(0, 0)).isEmpty();
    }

    @Test
    void endsAtZeroAndOneWhereNothingOrEverythingSucceeds() {
        // without successes the upper bound is z² ÷ (n + z²) = 3.8415 ÷ 13.8415
        assertThat(Wilson.interval(0, 10).orElseThrow().lower()).isZero();
        assertThat(Wilson.interval(0, 10).orElseThrow().upper()).isEqualTo(0.2775, FOUR_DIGITS);
        assertThat(Wilson.interval(10, 10).orElseThrow().lower()).isEqualTo(0.7225, FOUR_DIGITS);
        assertThat(Wilson.interval(10, 10).orElseThrow().upper()).isEqualTo(1);
    }

    @Property
    void containsTheShareAndMirrorsItsOpposite(
            @ForAll @IntRange(max = 10_000) int successes,
            @ForAll @IntRange(min = 1, max = 10_000) int trials) {
        Assume.that(successes <= trials);
        Interval interval = Wilson.interval(successes, trials).orElseThrow();
        Interval opposite = Wilson.interval(trials - successes, trials).orElseThrow();

        assertThat((double) successes / trials).isBetween(interval.lower(), interval.upper());
        assertThat(interval.lower()).isNotNegative();
        assertThat(interval.lower()).isEqualTo(1 - opposite.upper(), within(1e-12));
    }
}
