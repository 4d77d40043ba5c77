package io.enablement.impact.journeys;

import static io.enablement.impact.journeys.Examples.journeys;
import static io.enablement.impact.journeys.Examples.lost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.enablement.domain.attribution.RuleModel;
import io.enablement.domain.metric.Interval;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

final class BootstrapTest {

    private static final RuleCredit FIRST = new RuleCredit(RuleModel.FIRST);

    /** 400 wins, a quarter of them through A: its share has the error √(¼ · ¾ ÷ 400) = .02165. */
    private static final Journeys QUARTER =
            Journeys.of(
                    List.of(
                            new Journey(List.of("A"), 100, 0, 0),
                            new Journey(List.of("B"), 300, 0, 0)));

    /** Breaks where paths are drawn instead of journeys: two paths would give 0 to 1. */
    @Test
    void anIntervalIsAsWideAsItsJourneysAreFew() {
        Interval share = new Bootstrap(2_000, 7).shares(FIRST, QUARTER).get(0).orElseThrow();

        assertThat(share.lower()).isCloseTo(.25 - 1.96 * .02165, within(.006));
        assertThat(share.upper()).isCloseTo(.25 + 1.96 * .02165, within(.006));
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        assertThat(new Bootstrap(50, 7).shares(FIRST, QUARTER))
                .isEqualTo(new Bootstrap(50, 7).shares(FIRST, QUARTER))
                .isNotEqualTo(new Bootstrap(50, 8).shares(FIRST, QUARTER));
    }

    @Test
    void theIntervalsAreTheSameOnHoweverManyCores() throws Exception {
        assertThat(sharesOn(1)).isEqualTo(sharesOn(4));
    }

    private static List<Optional<Interval>> sharesOn(int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> new Bootstrap(50, 7).shares(FIRST, QUARTER)).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whereNothingIsWonThereIsNoInterval() {
        assertThat(new Bootstrap(20, 7).shares(new Markov(1), journeys(lost("A"))))
                .containsExactly(Optional.empty());
        assertThat(new Bootstrap(20, 7).shares(FIRST, journeys())).isEmpty();
    }

    @Test
    void withoutDrawsThereIsNoInterval() {
        assertThat(new Bootstrap(0, 7).shares(FIRST, QUARTER))
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void refusesMoreJourneysThanItCanDraw() {
        Journeys many =
                Journeys.of(List.of(new Journey(List.of("A"), 1, Bootstrap.MOST_JOURNEYS, 0)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bootstrap(1, 7).shares(FIRST, many))
                .withMessage(
                        "intervals are drawn from at most 10,000,000 journeys, not 10,000,001");
        assertThat(new Bootstrap(0, 7).shares(FIRST, many)).containsExactly(Optional.empty());
    }
}
