package io.enablement.domain.metric;

import java.util.Optional;

/**
 * The score interval of Wilson (1927), "Probable Inference, the Law of Succession, and Statistical
 * Inference", Journal of the American Statistical Association 22, 209–212. Unlike the textbook
 * interval it holds its promise for few trials and never leaves [0, 1].
 */
public final class Wilson {

    /** The 97.5 % point of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /**
     * The 95 % interval of a share: {@code (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)}.
     * Empty without trials.
     *
     * @param successes from 0 to {@code trials}
     */
    public static Optional<Interval> interval(long successes, long trials) {
        if (trials == 0) {
            return Optional.empty();
        }
        double share = (double) successes / trials;
        double square = Z * Z / trials;
        double centre = share + square / 2;
        double reach = Z * Math.sqrt(share * (1 - share) / trials + square / (4 * trials));
        double lower = (centre - reach) / (1 + square);
        double upper = (centre + reach) / (1 + square);
        // Rounding must push no bound over the share, which it meets at 0 and 1, or over the edge.
        return Optional.of(
                new Interval(
                        Math.max(0, Math.min(lower, share)), Math.min(1, Math.max(upper, share))));
    }
}
