package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class TestPlanTest {

    private static final Outcome QUARTER = Outcome.share(.25);

    /** The examples of the definition of the minimum detectable effect. */
    @Test
    void sizesOfTwoProportionsAreThoseOfTheDefinition() {
        assertThat(TestPlan.USUAL.sizes(QUARTER, .05)).isEqualTo(new Sizes(1_248, 1_248));
        assertThat(TestPlan.USUAL.sizes(QUARTER, .10)).isEqualTo(new Sizes(326, 326));
    }

    /** 2 · (1.95996 + .84162)² ÷ .5² = 62.79, the textbooks' 63 for half a standard deviation. */
    @Test
    void sizesOfTwoMeansAreThoseOfTheTextbooks() {
        assertThat(TestPlan.USUAL.sizes(Outcome.mean(100, 20), 10)).isEqualTo(new Sizes(63, 63));
    }

    @Test
    void unequalArmsNeedMoreInAll() {
        TestPlan aFifth = new TestPlan(.05, .8, .2);

        // 7.84888 · (.21 ÷ .2 + .1875 ÷ .8) ÷ .05² = 4,032.36: a fifth and four fifths of it
        assertThat(aFifth.sizes(QUARTER, .05)).isEqualTo(new Sizes(807, 3_226));
    }

    @Property
    void theSizesHaveThePowerTheyWereMadeFor(
            @ForAll @DoubleRange(min = .05, max = .9) double baseline,
            @ForAll @DoubleRange(min = .01, max = .09) double lift,
            @ForAll @DoubleRange(min = .5, max = .99) double power,
            @ForAll @DoubleRange(min = .1, max = .9) double share) {
        TestPlan plan = new TestPlan(.05, power, share);
        Outcome outcome = Outcome.share(baseline);
        Sizes sizes = plan.sizes(outcome, lift);

        assertThat(plan.power(outcome, lift, sizes.treated(), sizes.control()))
                .isGreaterThanOrEqualTo(power - 1e-9)
                .isLessThan(power + .03);
    }

    @Property
    void theDetectableLiftIsTheOneThatIsFoundWithThisPower(
            @ForAll @DoubleRange(min = .05, max = .6) double baseline,
            @ForAll @DoubleRange(min = 200, max = 1e5) double treated,
            @ForAll @DoubleRange(min = 200, max = 1e5) double control) {
        Outcome outcome = Outcome.share(baseline);
        double lift = TestPlan.USUAL.detectable(outcome, treated, control).orElseThrow();

        assertThat(TestPlan.USUAL.power(outcome, lift, treated, control))
                .isCloseTo(.8, within(1e-5));
    }

    @Test
    void theDetectableDifferenceOfMeansIsClosedForm() {
        // 2.80158 · 20 · √(2 ÷ 50)
        assertThat(TestPlan.USUAL.detectable(Outcome.mean(0, 20), 50, 50).orElseThrow())
                .isCloseTo(11.2063, within(.0001));
    }

    @Test
    void aLiftOfAlmostNothingIsFoundByErrorAlone() {
        assertThat(TestPlan.USUAL.power(QUARTER, 1e-9, 500, 500)).isCloseTo(.05, within(1e-6));
    }

    @Test
    void noShareCanRiseAboveOne() {
        assertThat(TestPlan.USUAL.detectable(Outcome.share(.9), 20, 20)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestPlan.USUAL.sizes(Outcome.share(.9), .2))
                .withMessageContaining("the baseline with the lift");
    }

    @Test
    void aLiftTooSmallForAnybodyNeedsMoreThanThereAre() {
        assertThat(TestPlan.USUAL.sizes(QUARTER, 1e-12).both()).isGreaterThan(1_000_000_000);
    }

    @Test
    void refusesPlansThatSayNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TestPlan(0, .8, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> new TestPlan(.05, 1, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> new TestPlan(.05, .04, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> new TestPlan(.05, .8, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.share(25));
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.mean(5, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestPlan.USUAL.sizes(QUARTER, 0))
                .withMessage("the lift is 0.0, not above 0");
    }
}
