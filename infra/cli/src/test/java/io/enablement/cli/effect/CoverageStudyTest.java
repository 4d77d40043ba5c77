package io.enablement.cli.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.effect.CoverageStudy.Outcome;
import org.junit.jupiter.api.Test;

/** The small version of {@code enablement effect-coverage}: bounds for 200 panels. */
final class CoverageStudyTest {

    private static final int PANELS = 200;
    private static final long SEED = 20_260_101;

    @Test
    void intervalsHoldTheTrueEffect() {
        Outcome outcome = CoverageStudy.EFFECT.run(PANELS, SEED);

        assertThat(outcome.truth()).isGreaterThan(.2);
        assertThat(outcome.covered()).isBetween(.905, .99);
    }

    @Test
    void noEffectIsSeldomCalledOne() {
        Outcome outcome = CoverageStudy.NO_EFFECT.run(PANELS, SEED);

        assertThat(outcome.truth()).isZero();
        assertThat(outcome.covered()).isBetween(.905, .99);
        assertThat(outcome.effect()).isLessThanOrEqualTo(.07);
    }

    @Test
    void betterRepsDoNotFoolIt() {
        assertThat(CoverageStudy.BETTER_REPS.run(PANELS, SEED).effect()).isLessThanOrEqualTo(.07);
    }

    @Test
    void recoveryFromADipIsNotProvable() {
        assertThat(CoverageStudy.AFTER_A_DIP.run(PANELS, SEED).notProvable())
                .isGreaterThanOrEqualTo(.93);
    }
}
