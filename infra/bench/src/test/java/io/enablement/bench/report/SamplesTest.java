package io.enablement.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void haveTheMiddleOneAsMedianWhateverTheirOrder() {
        Samples samples = samples(9, 1, 4);

        assertThat(samples.median()).isEqualTo(4);
        assertThat(samples.least()).isEqualTo(1);
        assertThat(samples.greatest()).isEqualTo(9);
    }

    @Test
    void haveTheMeanOfTheTwoInTheMiddleAsMedian() {
        assertThat(samples(8, 1, 2, 3).median()).isEqualTo(2.5); // (2 + 3) / 2
    }

    @Test
    void areTheirOwnMedianWhenAlone() {
        assertThat(samples(7).median()).isEqualTo(7);
    }

    @Test
    void areDividedWithinEachAlternation() {
        // A machine that is half as fast in the second alternation changes no ratio.
        Samples ratio = samples(300, 150, 300).dividedBy(samples(100, 50, 100));

        assertThat(ratio.values()).containsExactly(3.0, 3.0, 3.0);
    }

    @Test
    void giveTheMedianOfRatiosAndNotTheRatioOfMedians() {
        Samples ratio = samples(2, 6, 20).dividedBy(samples(1, 2, 10));

        assertThat(ratio.median()).isCloseTo(2, within(ROUNDING)); // of 2, 3 and 2; 6 / 2 is 3
    }

    @Test
    void areSubtractedWithinEachAlternation() {
        assertThat(samples(5, 3).minus(samples(1, 2)).values()).containsExactly(4.0, 1.0);
    }

    @Test
    void takeTheLesserOfEachAlternation() {
        assertThat(samples(1, 5, 3).orLess(samples(2, 4, 3)).values())
                .containsExactly(1.0, 4.0, 3.0);
    }

    @Test
    void ofOtherAlternationsCannotBeDivided() {
        assertThatThrownBy(() -> samples(1, 2).dividedBy(samples(1)))
                .hasMessage("2 alternations are no 1");
    }

    @Test
    void areNotMadeOfNothing() {
        assertThatThrownBy(SamplesTest::samples).hasMessage("Nothing was measured");
    }

    @Test
    void meetATargetByTheirMedian() {
        assertThat(Target.atLeast(3).isMetBy(samples(1, 3, 9))).isTrue();
        assertThat(Target.atLeast(3.1).isMetBy(samples(1, 3, 9))).isFalse();
        assertThat(Target.atMost(3).isMetBy(samples(1, 3, 9))).isTrue();
        assertThat(Target.atMost(2.9).isMetBy(samples(1, 3, 9))).isFalse();
    }

    private static Samples samples(double... values) {
        return new Samples(java.util.Arrays.stream(values).boxed().toList());
    }
}
