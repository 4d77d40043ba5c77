package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    @Test
    void saysWhatRepsLikeTheseWouldBring() {
        // won of closed: 2 of 10, 6 of 20, nothing, in 5 rep-months
        History history =
                History.of(List.of(Sample.ofTrials(2, 10), Sample.ofTrials(6, 20), Sample.NONE), 5)
                        .orElseThrow();

        assertThat(history.reps()).isEqualTo(3);
        assertThat(history.baseline()).isCloseTo(8. / 30, within(1e-12));
        assertThat(history.resultsPerMonth()).isCloseTo(6, within(1e-12));
        // 10, 20, 0 around 10: √(200 ÷ 3) ÷ 10
        assertThat(history.unevenness()).isCloseTo(Math.sqrt(2. / 3), within(1e-12));
        assertThat(history.audience(50))
                .isEqualTo(
                        new Audience(
                                50,
                                history.resultsPerMonth(),
                                history.correlation(),
                                history.unevenness()));
        assertThat(history.share()).isEqualTo(Outcome.share(history.baseline()));
    }

    /** Win rates of reps are drawn from Beta(2, 6): mean .25, correlation 1 ÷ (2 + 6 + 1). */
    @Test
    void findsTheCorrelationThatItsDealsWereDrawnWith() {
        Random random = new Random(5);
        List<Sample> reps =
                IntStream.range(0, 2_000)
                        .mapToObj(rep -> closed(random, betaTwoSix(random)))
                        .toList();
        History history = History.of(reps, 12 * 2_000).orElseThrow();

        assertThat(history.correlation()).isCloseTo(1. / 9, within(.01));
        assertThat(history.baseline()).isCloseTo(.25, within(.01));
    }

    @Test
    void repsWhoDoNotDifferHaveNoCorrelationRatherThanANegativeOne() {
        List<Sample> alike = List.of(Sample.ofTrials(5, 10), Sample.ofTrials(5, 10));

        assertThat(History.of(alike, 2).orElseThrow().correlation()).isZero();
    }

    @Test
    void amountsKeepTheirSpread() {
        History history = History.of(List.of(Sample.of(1, 3), Sample.of(2, 6)), 4).orElseThrow();

        // 1, 3, 2, 6 around 3: √(14 ÷ 4)
        assertThat(history.mean()).isEqualTo(Outcome.mean(3, Math.sqrt(3.5)));
        assertThat(history.resultsPerMonth()).isEqualTo(1);
    }

    @Test
    void isEmptyWhereThePastSaysNothing() {
        assertThat(History.of(List.of(), 1)).isEmpty();
        assertThat(History.of(List.of(Sample.ofTrials(0, 20)), 6)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> History.of(List.of(), 0));
    }

    private static Sample closed(Random random, double winRate) {
        int deals = 5 + random.nextInt(20);
        long won = IntStream.range(0, deals).filter(deal -> random.nextDouble() < winRate).count();
        return Sample.ofTrials(won, deals);
    }

    /** The second smallest of seven even draws. */
    private static double betaTwoSix(Random random) {
        return random.doubles(7).sorted().skip(1).findFirst().orElseThrow();
    }
}
