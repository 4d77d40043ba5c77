package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.enablement.domain.metric.Interval;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class DifferenceTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static final Arm TEN = new Arm(20, 10, 80);
    private static final Arm TWELVE = new Arm(10, 12, 50);

    @Test
    void anAbsoluteDifferenceAddsTheVariancesOfBothMeans() {
        Difference difference = Difference.absolute(TWELVE, TEN).orElseThrow();

        assertThat(difference.estimate()).isEqualTo(2);
        // √(50 ÷ 10 + 80 ÷ 20) = 3, (5 + 4)² ÷ (5² ÷ 9 + 4² ÷ 19) = 81 ÷ 3.619883 = 22.376414
        assertThat(difference.standardError()).isCloseTo(3, EXACT);
        assertThat(difference.degreesOfFreedom()).isCloseTo(22.376414, within(1e-6));
        assertThat(difference.units()).isEqualTo(30);
    }

    @Test
    void aRelativeDifferenceCarriesTheUncertaintyOfItsDenominator() {
        Difference difference = Difference.relative(TWELVE, TEN).orElseThrow();

        assertThat(difference.estimate()).isCloseTo(.2, EXACT);
        // √(5 + 1.2² · 4) ÷ 10
        assertThat(difference.standardError()).isCloseTo(Math.sqrt(10.76) / 10, EXACT);
    }

    @Test
    void aShareOfNothingOrOfALossSaysNothing() {
        assertThat(Difference.relative(TEN, new Arm(20, 0, 1))).isEmpty();
        assertThat(Difference.relative(TEN, new Arm(20, -5, 1))).isEmpty();
    }

    @Test
    void armsThatDoNotVaryHaveNoScaleToJudgeBy() {
        assertThat(Difference.absolute(new Arm(9, 5, 0), new Arm(9, 3, 0))).isEmpty();
        assertThat(Difference.relative(new Arm(9, 5, 0), new Arm(9, 3, 0))).isEmpty();
        assertThat(Difference.absolute(new Arm(9, 5, 0), new Arm(9, 3, 1))).isPresent();
    }

    /** Student's table: t = 2.228 leaves 5 % outside with 10 degrees of freedom. */
    @Test
    void anIntervalIsThatOfStudentsTable() {
        Interval interval = new Difference(0, 1, 10, 12).interval(.95);

        assertThat(interval.upper()).isCloseTo(2.228, within(.0005));
        assertThat(interval.lower()).isEqualTo(-interval.upper());
        assertThat(new Difference(2.228, 1, 10, 12).pValue()).isCloseTo(.05, within(.00005));
    }

    @Property
    void anIntervalExcludesNoEffectWhereChanceIsRarerThanItsLevel(
            @ForAll @DoubleRange(min = -5, max = 5) double estimate,
            @ForAll @DoubleRange(min = 2, max = 200) double degrees,
            @ForAll @DoubleRange(min = .5, max = .99) double level) {
        Difference difference = new Difference(estimate, 1, degrees, 300);

        for (Alternative alternative : Alternative.values()) {
            Interval interval = difference.interval(level, alternative);
            boolean excluded = interval.lower() > 0 || interval.upper() < 0;
            assertThat(difference.pValue(alternative) < 1 - level).isEqualTo(excluded);
        }
    }

    @Property
    void swappingTheArmsMirrorsTheDifference(
            @ForAll @DoubleRange(min = -100, max = 100) double value,
            @ForAll @DoubleRange(min = .01, max = 100) double variance) {
        Arm other = new Arm(7, value, variance);
        Difference there = Difference.absolute(other, TEN).orElseThrow();
        Difference back = Difference.absolute(TEN, other).orElseThrow();

        assertThat(there.estimate()).isEqualTo(-back.estimate());
        assertThat(there.pValue()).isCloseTo(back.pValue(), EXACT);
        assertThat(there.pValue(Alternative.GREATER))
                .isCloseTo(back.pValue(Alternative.LESSER), EXACT);
    }

    @Test
    void refusesALevelThatIsNoShareAndAnArmThatIsNone() {
        Difference difference = new Difference(0, 1, 10, 12);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> difference.interval(95))
                .withMessage("the level is 95.0, not between 0.0 and 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Arm(1, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Arm(5, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Arm(5, 1, -1));
    }
}
