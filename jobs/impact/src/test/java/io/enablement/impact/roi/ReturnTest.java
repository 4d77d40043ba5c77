package io.enablement.impact.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.Estimation;
import io.enablement.impact.did.GroupTimeEffects;
import io.enablement.impact.did.GroupTimeResult;
import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.TimeScale;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReturnTest {

    /** 100,000 won, between 40,000 and 160,000. */
    private static final Estimate WON = new Estimate(100_000, 30_612, 40_000, 160_000);

    private static final Margin HALF = new Margin(.5, "controlling");
    private static final Cost COST = new Cost(20_000, "definition 1");

    /** (0.5 × 100,000 − 20,000) ÷ 20,000 = 1.5; the ends of the interval likewise: 0 and 3. */
    @Test
    void isGainLessCostByCost() {
        Return roi = Return.of(WON, HALF, COST, 100, 0);

        assertThat(roi.gain(WON.value())).isEqualTo(50_000);
        assertThat(roi.roi(WON.value())).isEqualTo(1.5);
        assertThat(roi.roi(WON.low())).isZero();
        assertThat(roi.roi(WON.high())).isEqualTo(3);
    }

    /** 20,000 ÷ 100,000. */
    @Test
    void paysForItselfAtTheBreakEvenMargin() {
        assertThat(Return.of(WON, Margin.UNKNOWN, COST, 100, 0).breakEvenMargin()).isEqualTo(.2);
    }

    @Test
    void isUnknownWithoutMarginOrCostAndSaysSo() {
        Cost none = new Cost(Double.NaN, "the definition names no cost");

        Return roi = Return.of(WON, Margin.UNKNOWN, none, 100, 0);

        assertThat(roi.roi(WON.value())).isNaN();
        assertThat(roi.reasons())
                .containsExactly("the definition names no cost", "no margin was stated");
    }

    /** 20 of 100 rep-months may be missing, 21 may not. */
    @Test
    void isUnknownWhereMoreThanAFifthOfTheTreatedMonthsIs() {
        assertThat(Return.of(WON, HALF, COST, 100, 20).isKnown()).isTrue();
        assertThat(Return.of(WON, HALF, COST, 100, 21).reasons())
                .containsExactly("21 % of the treated rep-months have no estimate");
    }

    /**
     * The example of the definitions: ATT(2, 2…5) = 1, 2, 3, 4 and nothing else is known. Two reps
     * until month 5: 2 × (1 + 2 + 3 + 4) = 20 of 8 rep-months; until month 10 the first cohort has
     * 18 rep-months and the second 10, of which those 8 are known.
     */
    @Test
    void addsUpTheCellsUntilTheEndOfThePaybackWindow() {
        int[] cohorts = {2, 6};

        Return until5 = Return.of(staggered(), cohorts, (cohort, month) -> 2, 5, HALF, COST);
        Return until10 = Return.of(staggered(), cohorts, (cohort, month) -> 2, 10, HALF, COST);

        assertThat(until5.wonAmount().value()).isCloseTo(20, within(1e-12));
        assertThat(until5.treatedMonths()).isEqualTo(8);
        assertThat(until5.nullMonths()).isZero();
        assertThat(until10.treatedMonths()).isEqualTo(28);
        assertThat(until10.nullMonths()).isEqualTo(20);
        assertThat(until10.isKnown()).isFalse();
    }

    @Test
    void aMarginIsAShareWithASource() {
        assertThatThrownBy(() -> new Margin(1.2, "x")).hasMessageContaining("at most 1");
        assertThatThrownBy(() -> new Margin(.2, " ")).hasMessageContaining("source");
    }

    /** Y = max(0, t − g + 1), three units start in 2 and three in 6. */
    private static GroupTimeResult staggered() {
        int[] cohorts = {2, 2, 2, 6, 6, 6};
        int[] times = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] outcomes = new double[60];
        for (int period = 0; period < 10; period++) {
            for (int unit = 0; unit < 6; unit++) {
                outcomes[period * 6 + unit] = Math.max(0, times[period] - cohorts[unit] + 1);
            }
        }
        Panel panel =
                Panel.of(
                        TimeScale.NUMBER,
                        List.of("a", "b", "c", "d", "e", "f"),
                        times,
                        outcomes,
                        cohorts);
        return GroupTimeEffects.of(panel, Estimation.STANDARD.withBootstrap(0, 1));
    }
}
