package io.enablement.domain.attribution;

import java.util.Arrays;
import java.util.Locale;

/** The attribution models that follow a rule: each divides a deal among its own touches. */
public enum RuleModel {
    /** 1 on the first touch. */
    FIRST {
        @Override
        void spread(TouchTimes times, double[] parts) {
            parts[0] = 1;
        }
    },
    /** 1 on the last touch. */
    LAST {
        @Override
        void spread(TouchTimes times, double[] parts) {
            parts[parts.length - 1] = 1;
        }
    },
    /** 1 ÷ n on each of n touches. */
    LINEAR {
        @Override
        void spread(TouchTimes times, double[] parts) {
            Arrays.fill(parts, 1);
        }
    },
    /** 0.4 on the first and the last touch, 0.2 ÷ (n − 2) on each between; ½ and ½ on two. */
    POSITION {
        @Override
        void spread(TouchTimes times, double[] parts) {
            Arrays.fill(parts, MIDDLE / Math.max(1, parts.length - 2));
            parts[0] = END;
            parts[parts.length - 1] = END;
        }
    },
    /** 2^(−age ÷ half-life), age in continuous days before the close. */
    TIME_DECAY {
        @Override
        void spread(TouchTimes times, double[] parts) {
            for (int place = 0; place < parts.length; place++) {
                // Ages against the last touch: the same shares, and never all of them 0.
                parts[place] =
                        StrictMath.pow(2, -times.daysBeforeLast(place) / times.halfLifeDays());
            }
        }
    },
    /**
     * 0.3 on the first touch, 0.3 on the last before the qualification, 0.3 on the last before the
     * close, 0.1 spread over the rest. A touch that holds two milestones gets both; the weight of a
     * missing milestone or of an empty rest goes to the others pro rata.
     */
    W_SHAPED {
        @Override
        void spread(TouchTimes times, double[] parts) {
            parts[0] += MILESTONE;
            parts[parts.length - 1] += MILESTONE;
            int qualifying = times.lastBeforeQualified();
            if (qualifying >= 0) {
                parts[qualifying] += MILESTONE;
            }
            long rest = Arrays.stream(parts).filter(part -> part == 0).count();
            for (int place = 0; place < parts.length; place++) {
                if (parts[place] == 0) {
                    parts[place] = REST / rest;
                }
            }
        }
    };

    private static final double END = 0.4;
    private static final double MIDDLE = 0.2;
    private static final double MILESTONE = 0.3;
    private static final double REST = 0.1;

    /** The name that is stored beside a credit, for example {@code time_decay}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Shares of a deal, one for each touch in the order of the journey: each from 0 to 1, together
     * 1 up to rounding (10^-12); none without touches. The formulas are those of each model,
     * divided by their sum.
     */
    public double[] weights(TouchTimes times) {
        double[] weights = new double[times.touches()];
        if (weights.length == 0) {
            return weights;
        }
        spread(times, weights);
        double sum = Arrays.stream(weights).sum();
        for (int place = 0; place < weights.length; place++) {
            weights[place] /= sum;
        }
        return weights;
    }

    /** Puts each touch's part where it belongs; only their proportions matter. */
    abstract void spread(TouchTimes times, double[] parts);
}
