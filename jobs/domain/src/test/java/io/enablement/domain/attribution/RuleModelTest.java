package io.enablement.domain.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RuleModelTest {

    private static final long DAY = 86_400_000_000L;
    private static final Long NEVER = null;

    @Test
    void firstAndLastGiveEverythingToOneTouch() {
        TouchTimes times = journey(40, NEVER, 0, 10, 20);

        assertThat(RuleModel.FIRST.weights(times)).containsExactly(1, 0, 0);
        assertThat(RuleModel.LAST.weights(times)).containsExactly(0, 0, 1);
    }

    @Test
    void linearGivesEveryTouchTheSame() {
        assertWeights(RuleModel.LINEAR, journey(40, NEVER, 0), 1);
        assertWeights(RuleModel.LINEAR, journey(40, NEVER, 0, 1, 2, 3), .25, .25, .25, .25);
    }

    @Test
    void positionFavoursTheEnds() {
        assertWeights(RuleModel.POSITION, journey(40, NEVER, 0), 1);
        assertWeights(RuleModel.POSITION, journey(40, NEVER, 0, 1), .5, .5);
        assertWeights(RuleModel.POSITION, journey(40, NEVER, 0, 1, 2), .4, .2, .4);
        assertWeights(RuleModel.POSITION, journey(40, NEVER, 0, 1, 2, 3), .4, .1, .1, .4);
        assertWeights(
                RuleModel.POSITION,
                journey(40, NEVER, 0, 1, 2, 3, 4, 5),
                .4,
                .05,
                .05,
                .05,
                .05,
                .4);
    }

    /** 2^(−age ÷ h) of ages 30, 14, 7 and 0 days: .0513 .25 .5 1 with h = 7, sum 1.8013. */
    @Test
    void timeDecayHalvesWithEachHalfLife() {
        long[] touched = {0, 16 * DAY, 23 * DAY, 30 * DAY};

        assertThat(RuleModel.TIME_DECAY.weights(new TouchTimes(touched, NEVER, 30 * DAY, 7)))
                .containsExactly(new double[] {.028464, .138791, .277582, .555164}, within(5e-7));
        assertThat(RuleModel.TIME_DECAY.weights(new TouchTimes(touched, NEVER, 30 * DAY, 30)))
                .containsExactly(new double[] {.162639, .235382, .276703, .325277}, within(5e-7));
    }

    @Test
    void timeDecayIsContinuous() {
        long[] touched = {0, DAY / 2};

        double[] weights =
                RuleModel.TIME_DECAY.weights(new TouchTimes(touched, NEVER, 10 * DAY, .5));

        assertThat(weights).containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-15));
    }

    @Test
    void timeDecayForgetsNoJourneyHoweverOld() {
        long[] touched = {0, 3_000 * DAY};

        double[] weights =
                RuleModel.TIME_DECAY.weights(new TouchTimes(touched, NEVER, 9_000 * DAY, .01));

        assertThat(weights).containsExactly(0, 1);
    }

    @Test
    void wShapedFavoursThreeMilestones() {
        assertWeights(RuleModel.W_SHAPED, journey(40, 15L, 0, 10, 20, 30), .3, .3, .1, .3);
        assertWeights(RuleModel.W_SHAPED, journey(40, 15L, 0, 5, 10, 20, 30), .3, .05, .3, .05, .3);
    }

    @Test
    void wShapedDividesTheWeightOfAMissingMilestone() {
        double[] neverQualified = {3.0 / 7, 1.0 / 14, 1.0 / 14, 3.0 / 7};

        assertWeights(RuleModel.W_SHAPED, journey(40, NEVER, 0, 10, 20, 30), neverQualified);
        assertWeights(RuleModel.W_SHAPED, journey(40, 0L, 0, 10, 20, 30), neverQualified);
        assertWeights(RuleModel.W_SHAPED, journey(40, 41L, 0, 10, 20, 30), neverQualified);
    }

    @Test
    void wShapedGivesATouchBothOfItsMilestones() {
        assertWeights(RuleModel.W_SHAPED, journey(40, 5L, 0, 10, 20), .6, .1, .3);
        assertWeights(RuleModel.W_SHAPED, journey(40, 35L, 0, 10, 20), .3, .1, .6);
        assertWeights(RuleModel.W_SHAPED, journey(40, 40L, 0, 10, 20), .3, .1, .6);
    }

    /** .3 .3 .3 ÷ .9; .6 .3 ÷ .9; .3 .3 ÷ .6; .9 ÷ .9. */
    @Test
    void wShapedDividesTheWeightOfAnEmptyRest() {
        assertWeights(RuleModel.W_SHAPED, journey(40, 15L, 0, 10, 30), 1.0 / 3, 1.0 / 3, 1.0 / 3);
        assertWeights(RuleModel.W_SHAPED, journey(40, 5L, 0, 10), 2.0 / 3, 1.0 / 3);
        assertWeights(RuleModel.W_SHAPED, journey(40, NEVER, 0, 10), .5, .5);
        assertWeights(RuleModel.W_SHAPED, journey(40, 5L, 0), 1);
        assertWeights(RuleModel.W_SHAPED, journey(40, NEVER, 0), 1);
    }

    @Test
    void aTouchAtTheVeryMomentOfTheQualificationIsNotBeforeIt() {
        assertWeights(RuleModel.W_SHAPED, journey(40, 20L, 0, 10, 20, 30), .3, .3, .1, .3);
    }

    @Test
    void thereAreNoWeightsWithoutTouches() {
        assertThat(RuleModel.values())
                .allSatisfy(model -> assertThat(model.weights(journey(40, 15L))).isEmpty());
    }

    @Test
    void labelsAreTheNamesOfTheDefinitions() {
        assertThat(Arrays.stream(RuleModel.values()).map(RuleModel::label))
                .containsExactly("first", "last", "linear", "position", "time_decay", "w_shaped");
    }

    @Test
    void refusesTouchesThatAreNotInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journey(40, NEVER, 10, 9))
                .withMessage("touch 1 is earlier than the one before it");
    }

    @Test
    void refusesAHalfLifeThatIsNoTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TouchTimes(new long[0], NEVER, 0, 0))
                .withMessage("the half-life must be more than 0 days, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TouchTimes(new long[0], NEVER, 0, Double.NaN));
    }

    private static void assertWeights(RuleModel model, TouchTimes times, double... weights) {
        assertThat(model.weights(times)).containsExactly(weights, within(1e-15));
    }

    private static TouchTimes journey(long closedDay, Long qualifiedDay, long... touchedDays) {
        long[] touched = Arrays.stream(touchedDays).map(day -> day * DAY).toArray();
        Long qualified = qualifiedDay == null ? null : Long.valueOf(qualifiedDay * DAY);
        return new TouchTimes(touched, qualified, closedDay * DAY, 30);
    }
}
