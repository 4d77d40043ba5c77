package io.enablement.impact.journeys;

import static io.enablement.impact.journeys.Close.assertClose;
import static io.enablement.impact.journeys.Examples.journeys;
import static io.enablement.impact.journeys.Examples.lost;
import static io.enablement.impact.journeys.Examples.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class MarkovTest {

    private static final double EXACT = 1e-12;
    private static final Markov FIRST_ORDER = new Markov(1);
    private static final Markov SECOND_ORDER = new Markov(2);

    /** P = ⅓; without C1 ⅙; without C2 or C3 nothing. */
    @Test
    void sharesFollowTheRemovalEffects() {
        Journeys journeys = journeys(won("C1>C2>C3"), lost("C1"), lost("C2>C3"));

        assertThat(Chain.of(journeys, 1).probabilityOfWinning()).isCloseTo(1.0 / 3, within(EXACT));
        assertClose(
                Examples.removalEffects(FIRST_ORDER, journeys),
                Map.of("C1", .5, "C2", 1.0, "C3", 1.0),
                EXACT);
        assertClose(
                Examples.shares(FIRST_ORDER, journeys),
                Map.of("C1", .2, "C2", .4, "C3", .4),
                EXACT);
        assertClose(
                Examples.values(FIRST_ORDER, journeys),
                Map.of("C1", 20.0, "C2", 40.0, "C3", 40.0),
                EXACT);
    }

    /** A>B>A>B>A, A>B>A and A: without B half of the journeys still convert. */
    @Test
    void theSameChannelSeveralTimesInARowCountsOnce() {
        Journeys journeys = journeys(won("A>B>A>B>B>A"), won("A>B>B>A>A"), won("A>A"));

        assertClose(
                Examples.removalEffects(FIRST_ORDER, journeys), Map.of("A", 1.0, "B", .5), EXACT);
        assertClose(Examples.conversions(FIRST_ORDER, journeys), Map.of("A", 2.0, "B", 1.0), EXACT);
    }

    /** C wins after A and never after B. Order 1 cannot know: C wins half of the time. */
    @Test
    void orderTwoRemembersTheChannelBefore() {
        Journeys journeys = journeys(won("A>C"), lost("B>C"));

        assertClose(
                Examples.removalEffects(FIRST_ORDER, journeys),
                Map.of("A", .5, "B", .5, "C", 1.0),
                EXACT);
        assertClose(
                Examples.removalEffects(SECOND_ORDER, journeys),
                Map.of("A", 1.0, "B", 0.0, "C", 1.0),
                EXACT);
    }

    /**
     * States (A), (A,B), (B), (B,C), (C); a third of the journeys starts in each of (A), (B), (C);
     * (B,C) wins ½, (C) wins 1, so that P = ⅓ · ½ + ⅓ · ½ + ⅓ · 1 = ⅔. Without A go (A) and (A,B):
     * ½ is left. Without B go (A,B), (B) and (B,C): ⅓ is left. Without C nothing is left. Breaks
     * where a channel goes and the pairs that begin with it stay.
     */
    @Test
    void removingAChannelRemovesEveryPairThatContainsIt() {
        Journeys journeys = journeys(won("A>B>C"), lost("B>C"), won("C"));

        assertThat(Chain.of(journeys, 2).probabilityOfWinning()).isCloseTo(2.0 / 3, within(EXACT));
        assertClose(
                Examples.removalEffects(SECOND_ORDER, journeys),
                Map.of("A", .25, "B", .5, "C", 1.0),
                EXACT);
        assertClose(
                Examples.shares(SECOND_ORDER, journeys),
                Map.of("A", 1.0 / 7, "B", 2.0 / 7, "C", 4.0 / 7),
                EXACT);
    }

    /** Half of what is won needs no channel; the other half is what there is to share. */
    @Test
    void whatIsWonWithoutATouchIsGivenToNobody() {
        Journeys journeys = journeys(won("A"), won(""), lost("A"), lost(""));

        assertClose(Examples.removalEffects(FIRST_ORDER, journeys), Map.of("A", .5), EXACT);
        assertClose(Examples.shares(FIRST_ORDER, journeys), Map.of("A", 1.0), EXACT);
        assertClose(Examples.conversions(FIRST_ORDER, journeys), Map.of("A", 1.0), EXACT);
        assertThat(journeys.wonUntouched()).isEqualTo(1);
        assertThat(journeys.valueUntouched()).isEqualTo(100);
    }

    @Test
    void thereAreNoSharesWhereNothingIsWonWithATouch() {
        assertThat(Examples.shares(FIRST_ORDER, journeys(lost("A>B")))).isEmpty();
        assertThat(Examples.removalEffects(FIRST_ORDER, journeys(lost("A>B")))).isEmpty();
        assertThat(Examples.shares(SECOND_ORDER, journeys(lost("A"), won("")))).isEmpty();
        assertThat(Examples.conversions(FIRST_ORDER, journeys(lost("A"), won(""))))
                .containsExactly(Map.entry("A", 0.0));
        assertThat(Examples.shares(FIRST_ORDER, journeys())).isEmpty();
    }

    @Test
    void refusesOtherOrders() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Markov(3))
                .withMessage("the order is 1 or 2, not 3");
    }
}
