package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SampleRatioTest {

    private static final double[] HALVES = {.5, .5};

    @Test
    void chanceMakesArmsOfAboutOneSize() {
        SampleRatio ratio = SampleRatio.of(new long[] {5_000, 5_200}, HALVES).orElseThrow();

        // 2 · 100² ÷ 5,100 = 3.9216, a little beyond the 5 % point 3.8415
        assertThat(ratio.chiSquare()).isCloseTo(3.9216, within(.00005));
        assertThat(ratio.pValue()).isBetween(.045, .05);
        assertThat(ratio.isMismatch()).isFalse();
    }

    /** Kohavi, Tang and Xu (2020), "Trustworthy Online Controlled Experiments", chapter 3. */
    @Test
    void findsThePublishedMismatch() {
        SampleRatio ratio = SampleRatio.of(new long[] {821_588, 815_482}, HALVES).orElseThrow();

        assertThat(ratio.pValue()).isCloseTo(1.8e-6, within(.05e-6));
        assertThat(ratio.isMismatch()).isTrue();
    }

    @Test
    void sharesNeedNotAddUpToOne() {
        long[] arms = {110, 190, 300};

        assertThat(SampleRatio.of(arms, new double[] {1, 2, 3}))
                .isEqualTo(SampleRatio.of(arms, new double[] {10, 20, 30}));
        // expected 100, 200, 300: 1 + .5 + 0, and e^(−1.5 ÷ 2) lies beyond with two degrees
        SampleRatio ratio = SampleRatio.of(arms, new double[] {1, 2, 3}).orElseThrow();
        assertThat(ratio.chiSquare()).isCloseTo(1.5, within(1e-12));
        assertThat(ratio.pValue()).isCloseTo(Math.exp(-.75), within(1e-12));
    }

    @Test
    void isUnknownWhileAllArmsAreEmpty() {
        assertThat(SampleRatio.of(new long[2], HALVES)).isEmpty();
    }

    @Test
    void refusesArmsThatDoNotFitTheirShares() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleRatio.of(new long[3], HALVES))
                .withMessage("3 arms and 2 shares: there must be as many, at least two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleRatio.of(new long[] {1, -1}, HALVES))
                .withMessageContaining("arm 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleRatio.of(new long[] {1, 1}, new double[] {1, 0}))
                .withMessageContaining("arm 2");
    }
}
