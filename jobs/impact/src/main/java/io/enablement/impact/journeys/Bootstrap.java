package io.enablement.impact.journeys;

import io.enablement.domain.metric.Interval;
import io.enablement.domain.metric.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;

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
        Random random = new Random(seed);
        List<TreeMap<Double, Long>> drawn = new ArrayList<>();
        journeys.channels().forEach(channel -> drawn.add(new TreeMap<>()));
        for (int draw = 0; draw < draws && outcomes.length > 0; draw++) {
            Credit credit = model.credit(drawn(journeys, outcomes, random));
            for (int channel = 0; channel < drawn.size(); channel++) {
                OptionalDouble share = credit.share(channel);
                if (share.isPresent()) {
                    drawn.get(channel).merge(share.getAsDouble(), 1L, Long::sum);
                }
            }
        }
        return drawn.stream().map(Bootstrap::interval).toList();
    }

    private static Optional<Interval> interval(Map<Double, Long> shares) {
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

    private static Journeys drawn(Journeys journeys, int[] outcomes, Random random) {
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
