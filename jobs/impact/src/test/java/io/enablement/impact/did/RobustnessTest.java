package io.enablement.impact.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.impact.did.Robustness.Kind;
import io.enablement.impact.panel.Panel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RobustnessTest {

    private static final Panel ONE_CHAMPION =
            Panels.twoPeriods(new double[] {1, 2, 3, 1_000}, new double[] {1, 2, 3, 2});

    /** 2 − 2 without the champion. */
    @Test
    void anEffectOfOneChampionGoesWithTheChampion() {
        assertThat(check(ONE_CHAMPION, Kind.WITHOUT_TOP_1).value()).isCloseTo(0, within(1e-12));
        assertThat(GroupTimeEffects.overall(ONE_CHAMPION, Estimation.STANDARD).value())
                .isEqualTo(251.5 - 2);
    }

    /** 1, 2 against 1, 2, 2. */
    @Test
    void theBestThreeMayBeTreatedOrControls() {
        assertThat(check(ONE_CHAMPION, Kind.WITHOUT_TOP_3).value())
                .isCloseTo(1.5 - 5.0 / 3, within(1e-12));
    }

    @Test
    void whatCannotBeEstimatedWithoutTheTopIsUnknown() {
        Panel panel = Panels.twoPeriods(new double[] {9, 8}, new double[] {1, 2, 3});

        assertThat(check(panel, Kind.WITHOUT_TOP_1).isKnown()).isFalse();
    }

    /** Of 16 outcomes, the last two in order are 3 and 1000: place 14.25, so 3 + 0.25 × 997. */
    @Test
    void outcomesAreCutToTheirQuantile() {
        assertThat(Robustness.of(ONE_CHAMPION, Estimation.STANDARD).cap())
                .isCloseTo(3 + .25 * 997, within(1e-9));
        assertThat(check(ONE_CHAMPION, Kind.CAPPED).value())
                .isCloseTo((6 + 252.25) / 4 - 2, within(1e-9));
    }

    /** Ranks of 1, 2, 3 and 1000 after 8 zeros: 9, 11, 13.5 and 15 of 16 and half of like ones. */
    @Test
    void ranksOfOutcomesForgetHowFarTheyLieApart() {
        double treated = (9 + 11.5 + 14 + 15.5) / 4;
        double controls = (9 + 11.5 + 14 + 11.5) / 4;

        assertThat(check(ONE_CHAMPION, Kind.QUANTILE).value())
                .isCloseTo((treated - controls) / 16, within(1e-9));
    }

    /** The treated rise by 1 in the period before they start at 3. */
    @Test
    void aPlaceboStartFindsWhatBeganBefore() {
        int[] cohorts = {3, 3, 3, Panel.NEVER, Panel.NEVER, Panel.NEVER};
        double[] outcomes =
                IntStream.range(0, 24)
                        .mapToDouble(
                                at ->
                                        at % 6 * (at / 6 + 1) * .01
                                                + (at % 6 < 3 && at / 6 >= 2 ? 1 : 0))
                        .toArray();
        Panel panel = Panels.of(new int[] {0, 1, 2, 3}, outcomes, cohorts);

        assertThat(check(panel, Kind.PLACEBO).value()).isCloseTo(1 - .03, within(1e-9));
    }

    /** Two of ten bring 8 + 7 of 25. */
    @Test
    void theTopFifthHasItsShare() {
        double[] means = {8, 7, 2, 2, 1, 1, 1, 1, 1, 1};

        assertThat(Tail.topFifthShare(means)).isCloseTo(15.0 / 25, within(1e-12));
        assertThat(Tail.topFifthShare(new double[] {-1, 2})).isNaN();
        assertThat(Tail.topFifthShare(new double[0])).isNaN();
    }

    /** With ten values e times as large as the next, each logarithm is 1. */
    @Test
    void theTailIndexIsTheMeanLogarithmTurnedOver() {
        double[] means =
                IntStream.range(0, 20).mapToDouble(each -> each < 10 ? 2 : 2 * Math.E).toArray();

        assertThat(Tail.index(means)).isCloseTo(1, within(1e-12));
        assertThat(Tail.index(new double[] {1, 2, 3})).isNaN();
    }

    /** Holm's own arithmetic: 4 × 0.005, 3 × 0.01, 2 × 0.03, 1 × 0.04 held up by the one before. */
    @Test
    void severalOutcomesAreAdjusted() {
        assertThat(Holm.adjust(new double[] {.01, .04, Double.NaN, .03, .005}))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(.03, .06, Double.NaN, .06, .02);
    }

    private static Estimate check(Panel panel, Kind kind) {
        return Robustness.of(panel, Estimation.STANDARD).checks().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow()
                .estimate();
    }
}
