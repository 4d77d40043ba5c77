package io.enablement.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class EffectTest {

    private static final Trial STRONG =
            Trial.of(
                    Selection.LOT,
                    Effect.onWinRate(0.08)
                            .and(Effect.onCycleTime(0.75))
                            .and(Effect.onDealSize(1.6)));

    @Test
    void aRandomisedProgrammeShowsItsTrueEffectOnTheWinRate() {
        Estimate estimate = STRONG.winRate();

        assertThat(estimate.standardError()).isLessThan(0.015);
        assertThat(estimate).matches(seen -> seen.isWithinThreeErrorsOf(0.08));
    }

    @Test
    void aRandomisedProgrammeWithoutEffectShowsNone() {
        Trial trial = Trial.of(Selection.LOT, Effect.NONE);

        assertThat(trial.winRate()).matches(seen -> seen.isWithinThreeErrorsOf(0));
        assertThat(trial.dealSize()).matches(seen -> seen.isWithinThreeErrorsOf(0));
    }

    @Test
    void aRandomisedProgrammeShowsItsTrueEffectOnDealSize() {
        assertThat(STRONG.dealSize())
                .matches(seen -> seen.isWithinThreeErrorsOf(Math.log(1.6)))
                .matches(seen -> !seen.isWithinThreeErrorsOf(0));
    }

    @Test
    void aRandomisedProgrammeShowsItsTrueEffectOnCycleTime() {
        assertThat(STRONG.cycleTime().difference()).isCloseTo(Math.log(0.75), within(0.05));
    }

    @Test
    void betterRepsWinMoreThoughTheirProgrammeDoesNothing() {
        Trial trial = Trial.of(Selection.BETTER_REPS, Effect.NONE);

        assertThat(trial.winRate().difference()).isPositive();
        assertThat(trial.winRate()).matches(seen -> !seen.isWithinThreeErrorsOf(0));
        assertThat(trial.winRateBefore().difference()).isPositive();
    }

    @Test
    void aDecayingEffectHalvesAfterItsHalfLife() {
        Effect effect = Effect.onWinRate(0.12).decayingIn(90);

        assertThat(effect.after(0).winRate()).isEqualTo(0.12);
        assertThat(effect.after(90 * Timeline.DAY).winRate()).isCloseTo(0.06, within(1e-12));
        assertThat(effect.after(180 * Timeline.DAY).winRate()).isCloseTo(0.03, within(1e-12));
    }
}
