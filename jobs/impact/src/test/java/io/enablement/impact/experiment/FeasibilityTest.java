package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.enablement.impact.experiment.Feasibility.Verdict;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class FeasibilityTest {

    private static final Outcome QUARTER = Outcome.share(.25);

    /** The examples of the definition: 1,248 × 1.45, 1,248 × 1.95. */
    @Test
    void dealsOfOneRepCountForLessThanThoseOfMany() {
        assertThat(feasibility(400, 10, .05).resultsNeeded()).isEqualTo(new Sizes(1_810, 1_810));
        assertThat(feasibility(400, 20, .05).resultsNeeded()).isEqualTo(new Sizes(2_434, 2_434));
        assertThat(feasibility(400, 10, 0).resultsNeeded()).isEqualTo(new Sizes(1_248, 1_248));
    }

    @Test
    void isProvableWithTheRepsWhoBringTheDeals() {
        Feasibility enough = feasibility(362, 10, .05);

        assertThat(enough.repsNeeded()).isEqualTo(new Sizes(181, 181));
        assertThat(enough.verdict()).isEqualTo(Verdict.PROVABLE);
        assertThat(enough.power()).isBetween(.8, .801);
        assertThat(enough.detectable().orElseThrow()).isBetween(.0499, .05);
        assertThat(enough.withReps(361).isProvable()).isFalse();
    }

    @Test
    void moreMonthsBringMoreDeals() {
        Feasibility early = feasibility(200, 10, .05);

        assertThat(early.verdict()).isEqualTo(Verdict.PROVABLE_LATER);
        // in t months 1,000 t ≥ 1,248 · (1 + (10 t − 1) · .05) = 1,185.6 + 624 t from t = 3.15
        assertThat(early.monthsNeeded()).hasValue(4);
        assertThat(early.withMonths(3).isProvable()).isFalse();
        assertThat(early.withMonths(4).isProvable()).isTrue();
    }

    @Test
    void someLiftsAreBeyondFewRepsHoweverLongItTakes() {
        Feasibility few = feasibility(100, 10, .05);

        // 50 reps in each arm are worth 50 ÷ .05 = 1,000 independent deals at most
        assertThat(few.verdict()).isEqualTo(Verdict.MORE_REPS_NEEDED);
        assertThat(few.monthsNeeded()).isEmpty();
        assertThat(few.detectableWithoutEnd())
                .isEqualTo(TestPlan.USUAL.detectable(QUARTER, 1_000, 1_000));
        assertThat(few.withMonths(Feasibility.MOST_MONTHS).detectable().orElseThrow())
                .isGreaterThan(few.detectableWithoutEnd().orElseThrow());
    }

    @Test
    void withoutCorrelationAnyLiftShowsInTheEnd() {
        assertThat(feasibility(20, 1, 0).detectableWithoutEnd()).hasValue(0);
        // 1,248 deals in each arm of 10 reps with one a month take 125 months
        assertThat(feasibility(20, 1, 0).monthsNeeded()).isEmpty();
        assertThat(feasibility(20, 2, 0).monthsNeeded()).hasValue(63);
    }

    @Test
    void fewerThanTenRepsInAnArmAreNoProof() {
        Feasibility tiny = feasibility(18, 10_000, 0);

        assertThat(tiny.power()).isGreaterThan(.999);
        assertThat(tiny.repsNeeded()).isEqualTo(new Sizes(10, 10));
        assertThat(tiny.verdict()).isEqualTo(Verdict.MORE_REPS_NEEDED);
    }

    /** With 40 reps a fifth are 8. */
    @Test
    void theSmallerArmNeedsTenReps() {
        Feasibility aFifth =
                new Feasibility(
                        new Audience(40, 10_000, 0, 0), QUARTER, new TestPlan(.05, .8, .2), .05, 1);

        assertThat(aFifth.repsNeeded()).isEqualTo(new Sizes(10, 40));
        assertThat(aFifth.isProvable()).isFalse();
    }

    @Test
    void unevenRepsCountForLess() {
        Audience uneven = new Audience(400, 10, .05, .8);

        // 1 + (1.64 · 10 − 1) · .05
        assertThat(uneven.designEffect(1)).isCloseTo(1.77, within(1e-12));
        assertThat(new Audience(400, .5, .05, 0).designEffect(1)).isEqualTo(1);
    }

    @Test
    void amountsAreMeasuredInTheirOwnUnit() {
        Feasibility amounts =
                new Feasibility(
                        new Audience(100, 1, .3, 0),
                        Outcome.mean(40_000, 30_000),
                        TestPlan.USUAL,
                        10_000,
                        6);

        // 2 · 7.84888 · 9 = 141.28, × (1 + 5 · .3) = 355, six months of 60 reps each
        assertThat(amounts.independentResultsNeeded()).isEqualTo(new Sizes(142, 142));
        assertThat(amounts.resultsNeeded()).isEqualTo(new Sizes(355, 355));
        assertThat(amounts.repsNeeded()).isEqualTo(new Sizes(60, 60));
    }

    @Property
    void whatIsProvableHasThePowerAndItsLiftIsDetectable(
            @ForAll @IntRange(min = 20, max = 2_000) int reps,
            @ForAll @DoubleRange(min = .2, max = 30) double deals,
            @ForAll @DoubleRange(min = 0, max = .5) double correlation,
            @ForAll @IntRange(min = 1, max = 24) int months,
            @ForAll @DoubleRange(min = .1, max = .9) double share) {
        Feasibility feasibility =
                new Feasibility(
                        new Audience(reps, deals, correlation, .4),
                        QUARTER,
                        new TestPlan(.05, .8, share),
                        .06,
                        months);

        if (feasibility.isProvable()) {
            assertThat(feasibility.power()).isGreaterThanOrEqualTo(.8 - 1e-9);
            assertThat(feasibility.detectable().orElseThrow()).isLessThanOrEqualTo(.06 + 1e-9);
            assertThat(feasibility.monthsNeeded().orElseThrow()).isLessThanOrEqualTo(months);
            assertThat(reps * Math.min(share, 1 - share)).isGreaterThanOrEqualTo(10 - 1e-6);
        }
        assertThat(feasibility.withReps(feasibility.repsNeeded().both()).isProvable()).isTrue();
    }

    @Test
    void refusesQuestionsWithoutAnAnswer() {
        assertThatIllegalArgumentException().isThrownBy(() -> feasibility(0, 10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> feasibility(10, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> feasibility(10, 10, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> feasibility(10, 10, -.1));
        assertThatIllegalArgumentException().isThrownBy(() -> feasibility(10, 10, 0).withMonths(0));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Feasibility(
                                        new Audience(10, 10, 0, 0),
                                        QUARTER,
                                        TestPlan.USUAL,
                                        .75,
                                        1));
    }

    private static Feasibility feasibility(long reps, double deals, double correlation) {
        return new Feasibility(
                new Audience(reps, deals, correlation, 0), QUARTER, TestPlan.USUAL, .05, 1);
    }
}
