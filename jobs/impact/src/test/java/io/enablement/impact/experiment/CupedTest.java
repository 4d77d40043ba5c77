package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class CupedTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Treated started 1 higher by chance, and end 2 · 1 + 3 higher. */
    private static final PrePeriodArm TREATED =
            PrePeriodArm.NONE.plus(1, 5).plus(2, 8).plus(3, 8).plus(4, 11);

    private static final PrePeriodArm CONTROL =
            PrePeriodArm.NONE.plus(0, 0).plus(1, 3).plus(2, 3).plus(3, 6);

    @Test
    void takesAwayWhatWasThereBefore() {
        Cuped cuped = Cuped.of(TREATED, CONTROL).orElseThrow();

        // in each arm x deviates by −1.5 −.5 .5 1.5 and y by −3 0 0 3: sxy 9, sxx 5, syy 18
        assertThat(cuped.theta()).isCloseTo(9. / 5, EXACT);
        // (8 − 3) − 1.8 · (2.5 − 1.5)
        assertThat(cuped.absolute().orElseThrow().estimate()).isCloseTo(3.2, EXACT);
        // 18 − 9² ÷ 5 = 1.8 is left in each arm: √(2 · 1.8 ÷ 3 ÷ 4), a tenth of the variance
        assertThat(cuped.absolute().orElseThrow().standardError()).isCloseTo(Math.sqrt(.3), EXACT);
        assertThat(cuped.varianceReduction()).isCloseTo(.9, EXACT);
    }

    @Test
    void aRelativeEffectIsAShareOfWhatTheControlsReached() {
        Difference relative = Cuped.of(TREATED, CONTROL).orElseThrow().relative().orElseThrow();

        double ratio = 3.2 / 3;
        // var Δ .3; s²y,c ÷ n = 18 ÷ 3 ÷ 4 = 1.5; a = 1.5 − 1.8 · 9 ÷ 3 ÷ 4 = .15
        double variance = (.3 + 2 * ratio * .15 + ratio * ratio * 1.5) / 9;
        assertThat(relative.estimate()).isCloseTo(ratio, EXACT);
        assertThat(relative.standardError()).isCloseTo(Math.sqrt(variance), EXACT);
    }

    @Test
    void withoutAValueBeforeItIsThePlainDifference() {
        PrePeriodArm treated = PrePeriodArm.NONE.plus(5).plus(8).plus(9);
        PrePeriodArm control = PrePeriodArm.NONE.plus(4).plus(3).plus(7);
        Cuped cuped = Cuped.of(treated, control).orElseThrow();

        assertThat(cuped.theta()).isZero();
        assertThat(cuped.varianceReduction()).isZero();
        assertThat(cuped.absolute())
                .isEqualTo(
                        Difference.absolute(
                                treated.unknown().arm().orElseThrow(),
                                control.unknown().arm().orElseThrow()));
        assertThat(cuped.relative().orElseThrow().standardError())
                .isCloseTo(
                        Difference.relative(
                                        treated.unknown().arm().orElseThrow(),
                                        control.unknown().arm().orElseThrow())
                                .orElseThrow()
                                .standardError(),
                        EXACT);
    }

    @Test
    void aUnitWithoutAValueBeforeCountsAsAnAverageOne() {
        double average = 2;
        PrePeriodArm withNewRep = CONTROL.plus(6.5);
        PrePeriodArm withAverageRep = CONTROL.plus(average, 6.5);

        Difference unknown = Cuped.of(TREATED, withNewRep).orElseThrow().absolute().orElseThrow();
        Difference known = Cuped.of(TREATED, withAverageRep).orElseThrow().absolute().orElseThrow();
        assertThat(unknown.estimate()).isCloseTo(known.estimate(), EXACT);
        assertThat(unknown.standardError()).isCloseTo(known.standardError(), EXACT);
    }

    /** What goes is the square of the correlation, here .8² = .64. */
    @Test
    void narrowsByTheSquareOfTheCorrelation() {
        Random random = new Random(11);
        Cuped cuped = Cuped.of(drawn(random, 4_000, 1), drawn(random, 4_000, 0)).orElseThrow();

        assertThat(cuped.varianceReduction()).isCloseTo(.64, within(.02));
        assertThat(cuped.theta()).isCloseTo(.8, within(.02));
        assertThat(cuped.absolute().orElseThrow().estimate()).isCloseTo(1, within(.05));
    }

    @Test
    void isEmptyWithoutTwoUnitsInEachArm() {
        assertThat(Cuped.of(TREATED, PrePeriodArm.NONE.plus(1, 1))).isEmpty();
        assertThat(Cuped.of(PrePeriodArm.NONE, CONTROL)).isEmpty();
    }

    @Test
    void hasNoDifferenceWhereNothingVaries() {
        PrePeriodArm constant = PrePeriodArm.NONE.plus(2, 5).plus(2, 5);
        Cuped cuped = Cuped.of(constant, constant).orElseThrow();

        assertThat(cuped.absolute()).isEmpty();
        assertThat(cuped.relative()).isEmpty();
        assertThat(cuped.varianceReduction()).isZero();
    }

    static PrePeriodArm drawn(Random random, int units, double effect) {
        PrePeriodArm arm = PrePeriodArm.NONE;
        for (int unit = 0; unit < units; unit++) {
            double before = random.nextGaussian();
            arm = arm.plus(before, effect + .8 * before + .6 * random.nextGaussian());
        }
        return arm;
    }
}
