package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.enablement.domain.metric.Interval;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class ConfidenceSequenceTest {

    @Test
    void isTheFormulaOfThePaper() {
        // α = .05, n = tightestAt: nρ² = ln(1 − 2 ln .05) − 2 ln .05 = 1.94475 + 5.99146 = 7.93621
        // √(2 · 8.93621 ÷ 7.93621 · ln(√8.93621 ÷ .05)) = √(2.25201 · 4.09077) = 3.03520
        Interval interval = new ConfidenceSequence(.95, 400).interval(difference(1, 400));

        assertThat(interval.upper() - 1).isCloseTo(3.0352, within(.0001));
        assertThat(1 - interval.lower()).isCloseTo(3.0352, within(.0001));
    }

    @Test
    void isWiderThanAnIntervalForOneLook() {
        Difference difference = difference(0, 500);

        assertThat(new ConfidenceSequence(.95, 500).interval(difference).upper())
                .isGreaterThan(difference.interval(.95).upper());
    }

    @Test
    void isTightestWhereItIsToldTo() {
        Difference planned = difference(0, 600);
        double tightest = new ConfidenceSequence(.95, 600).interval(planned).upper();

        assertThat(new ConfidenceSequence(.95, 150).interval(planned).upper())
                .isGreaterThan(tightest);
        assertThat(new ConfidenceSequence(.95, 2400).interval(planned).upper())
                .isGreaterThan(tightest);
    }

    @Property
    void excludesNoEffectWhereItsNumberIsBelowAlpha(
            @ForAll @DoubleRange(min = -6, max = 6) double estimate,
            @ForAll @DoubleRange(min = .5, max = .99) double level,
            @ForAll @DoubleRange(min = 1, max = 1e5) double tightestAt) {
        ConfidenceSequence sequence = new ConfidenceSequence(level, tightestAt);
        Interval interval = sequence.interval(difference(estimate, 300));

        boolean excluded = interval.lower() > 0 || interval.upper() < 0;
        assertThat(sequence.pValue(difference(estimate, 300)) < 1 - level).isEqualTo(excluded);
        assertThat(sequence.pValue(difference(estimate, 300))).isBetween(0., 1.);
    }

    @Test
    void refusesWhatIsNoLevelAndNoNumberOfUnits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfidenceSequence(1, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfidenceSequence(.95, 0));
    }

    private static Difference difference(double estimate, long units) {
        return new Difference(estimate, 1, units - 2, units);
    }
}
