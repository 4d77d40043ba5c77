package io.enablement.impact.did;

import java.util.ArrayList;
import java.util.List;

/**
 * How group-time effects are estimated.
 *
 * @param anticipation periods (of the panel's times) before the start in which units may already
 *     act differently; 0 or more
 * @param unbalanced whether units that were not observed in every period stay, each cell with its
 *     own means; else they are dropped and counted
 * @param draws of the multiplier bootstrap, for simultaneous bands; 0 for none
 * @param level of intervals and bands, between 0 and 1
 */
public record Estimation(
        Controls controls,
        BasePeriod base,
        int anticipation,
        Method method,
        boolean unbalanced,
        int draws,
        long seed,
        double level) {

    /** Not-yet-treated controls, varying base, doubly robust, 999 draws, 95 %. */
    public static final Estimation STANDARD =
            new Estimation(Controls.NOT_YET, BasePeriod.VARYING, 0, Method.DR, false, 999, 1, 0.95);

    private static final int MOST_DRAWS = 100_000;

    /**
     * @throws IllegalArgumentException where a setting is out of range; the message lists all
     */
    public Estimation {
        List<String> problems = new ArrayList<>();
        if (anticipation < 0 || anticipation > 1_000) {
            problems.add("anticipation is " + anticipation + ", not between 0 and 1000");
        }
        if (draws < 0 || draws > MOST_DRAWS) {
            problems.add("draws are " + draws + ", not between 0 and " + MOST_DRAWS);
        }
        if (!(level > 0 && level < 1)) {
            problems.add("level is " + level + ", not between 0 and 1");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    public Estimation withControls(Controls other) {
        return new Estimation(other, base, anticipation, method, unbalanced, draws, seed, level);
    }

    public Estimation withBase(BasePeriod other) {
        return new Estimation(
                controls, other, anticipation, method, unbalanced, draws, seed, level);
    }

    public Estimation withAnticipation(int periods) {
        return new Estimation(controls, base, periods, method, unbalanced, draws, seed, level);
    }

    public Estimation withMethod(Method other) {
        return new Estimation(controls, base, anticipation, other, unbalanced, draws, seed, level);
    }

    public Estimation withUnbalanced(boolean kept) {
        return new Estimation(controls, base, anticipation, method, kept, draws, seed, level);
    }

    public Estimation withBootstrap(int count, long newSeed) {
        return new Estimation(
                controls, base, anticipation, method, unbalanced, count, newSeed, level);
    }

    public Estimation withLevel(double other) {
        return new Estimation(controls, base, anticipation, method, unbalanced, draws, seed, other);
    }
}
