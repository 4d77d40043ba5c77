package io.enablement.impact.experiment;

/**
 * What is compared between the arms of an experiment that is being planned.
 *
 * @param kind whether single results are yes or no, or amounts
 * @param baseline the mean without the programme: a share between 0 and 1, or an amount
 * @param standardDeviation of single results without the programme, above 0, in the unit of the
 *     baseline
 */
public record Outcome(Kind kind, double baseline, double standardDeviation) {

    /** Whether single results are yes or no, or amounts. */
    public enum Kind {
        SHARE,
        MEAN
    }

    public Outcome {
        Bounds.finite("the baseline", baseline);
        if (kind == Kind.SHARE) {
            Bounds.between("the baseline", baseline, 0, 1);
        }
        Bounds.positive("the standard deviation", standardDeviation);
    }

    /** A share such as deals won ÷ deals closed: deviation {@code √(p(1 − p))}. */
    public static Outcome share(double baseline) {
        Bounds.between("the baseline", baseline, 0, 1);
        return new Outcome(Kind.SHARE, baseline, Math.sqrt(baseline * (1 - baseline)));
    }

    /** A mean such as the won amount of a rep in a month. */
    public static Outcome mean(double baseline, double standardDeviation) {
        return new Outcome(Kind.MEAN, baseline, standardDeviation);
    }

    /** Of single results of controls: {@code p(1 − p)} or {@code σ²}. */
    public double variance() {
        return standardDeviation * standardDeviation;
    }

    /**
     * Of single results of the treated: {@code (p + lift)(1 − p − lift)}, or {@code σ²} as without
     * the programme.
     *
     * @param lift above 0, and a share stays below 1
     */
    public double varianceWith(double lift) {
        Bounds.positive("the lift", lift);
        if (kind == Kind.MEAN) {
            return variance();
        }
        double share = Bounds.between("the baseline with the lift", baseline + lift, 0, 1);
        return share * (1 - share);
    }
}
