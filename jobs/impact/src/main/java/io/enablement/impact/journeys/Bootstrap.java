package io.enablement.impact.journeys;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.enablement.domain.metric.Interval;
import io.enablement.domain.metric.Quantile;
import io.enablement.impact.Draw;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How far shares move when the journeys are drawn again: as many as there are, with replacement,
 * each journey as likely as any other (Efron 1979). The same seed gives the same intervals.
 */
public final class Bootstrap {

    /** More journeys make intervals too narrow to be worth their time. */
    public static final long MOST_JOURNEYS = 10_000_000;

    private static final double LOWER = .025;
    private static final double UPPER = .975;

    private final int draws;
    private final long seed;

    /**
     * @param draws 0 for no intervals
     */
    public Bootstrap(int draws, long seed) {
        if (draws < 0) {
            throw new IllegalArgumentException("there cannot be " + draws + " draws");
        }
        this.draws = draws;
        this.seed = seed;
    }

    /**
     * The 2.5 % and 97.5 % quantiles (type 7) of each channel's share over all draws in which
     * anything was won with a touch; empty without such a draw.
     */
    public List<Optional<Interval>> shares(CreditModel model, Journeys journeys) {
        int[] outcomes = draws == 0 ? new int[0] : outcomes(journeys);
        List<Credit> drawn =
                IntStream.rangeClosed(1, outcomes.length == 0 ? 0 : draws)
                        .parallel()
                        .mapToObj(draw -> drawn(journeys, outcomes, Draw.random(seed, draw)))
                        .map(model::credit)
                        .toList();
        return IntStream.range(0, journeys.channels().size())
                .mapToObj(channel -> interval(drawn, channel))
                .toList();
    }

    private static Optional<Interval> interval(List<Credit> drawn, int channel) {
        Map<Double, Long> shares =
                drawn.stream()
                        .flatMap(credit -> credit.share(channel).stream().boxed())
                        .collect(groupingBy(identity(), TreeMap::new, counting()));
        return shares.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Interval(
                                Quantile.of(shares, LOWER).orElseThrow(),
                                Quantile.of(shares, UPPER).orElseThrow()));
    }

    /** One for each journey: twice its path, and 1 more where it was lost. */
    private static int[] outcomes(Journeys journeys) {
        long all = journeys.won() + journeys.lost();
        if (all > MOST_JOURNEYS) {
            throw new IllegalArgumentException(
                    "intervals are drawn from at most %,d journeys, not %,d"
                            .formatted(MOST_JOURNEYS, all));
        }
        int[] outcomes = new int[(int) all];
        int end = 0;
        for (int path = 0; path < journeys.paths(); path++) {
            int won = end + (int) journeys.won(path);
            Arrays.fill(outcomes, end, won, 2 * path);
            end = won + (int) journeys.lost(path);
            Arrays.fill(outcomes, won, end, 2 * path + 1);
        }
        return outcomes;
    }

    private static Journeys drawn(Journeys journeys, int[] outcomes, SplittableRandom random) {
        long[] won = new long[journeys.paths()];
        long[] lost = new long[won.length];
        for (int draw = 0; draw < outcomes.length; draw++) {
            int outcome = outcomes[random.nextInt(outcomes.length)];
            long[] counts = outcome % 2 == 0 ? won : lost;
            counts[outcome / 2]++;
        }
        return journeys.counted(won, lost);
    }
}
