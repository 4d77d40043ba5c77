package io.enablement.impact.experiment;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How sure an experiment is to be, before it starts: the normal approximation for two means or two
 * proportions (Fleiss, Levin and Paik 2003, "Statistical Methods for Rates and Proportions",
 * without continuity correction), two-sided. A lift is absolute, in the unit of the outcome, and
 * above 0; a fall of a share is a rise of its opposite.
 *
 * @param alpha how often a programme without effect may seem to have one, between 0 and 1
 * @param power how often the lift is to be found if it is there, between alpha and 1
 * @param shareTreated of all units, between 0 and 1
 */
public record TestPlan(double alpha, double power, double shareTreated) {

    /** What is usual: α .05, power 80 %, arms of one size. */
    public static final TestPlan USUAL = new TestPlan(.05, .8, .5);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** A whole number that rounding has made a little greater is still that number. */
    private static final double ROUNDING = 1e-9;

    /** More than there will ever be; sums of such numbers are still numbers. */
    private static final double BEYOND_ALL = 1e15;

    public TestPlan {
        Bounds.between("alpha", alpha, 0, 1);
        Bounds.between("the power", power, alpha, 1);
        Bounds.between("the share of the treated", shareTreated, 0, 1);
    }

    /**
     * Independent results in each arm that find the lift: {@code (z₁₋α/₂ + z₁₋β)² (v₁ + v₀ s ÷ (1 −
     * s)) ÷ lift²} treated and {@code (1 − s) ÷ s} times as many controls, each rounded up, where
     * {@code s} are treated and {@code v₁}, {@code v₀} are the variances of single results with and
     * without the lift. For {@code s = ½} that is the same number {@code z²(v₁ + v₀) ÷ lift²}.
     */
    public Sizes sizes(Outcome outcome, double lift) {
        double variance =
                outcome.varianceWith(lift) / shareTreated + outcome.variance() / (1 - shareTreated);
        double all = quantiles() * quantiles() * variance / (lift * lift);
        return new Sizes(roundedUp(all * shareTreated), roundedUp(all * (1 - shareTreated)));
    }

    /**
     * How often the lift is found, from alpha to 1: {@code Φ(lift ÷ e − z₁₋α/₂) + Φ(−lift ÷ e −
     * z₁₋α/₂)} with {@code e = √(v₁ ÷ treated + v₀ ÷ control)}.
     *
     * @param treated independent results, above 0; need not be whole
     */
    public double power(Outcome outcome, double lift, double treated, double control) {
        Bounds.positive("the number of treated", treated);
        Bounds.positive("the number of controls", control);
        double error =
                Math.sqrt(outcome.varianceWith(lift) / treated + outcome.variance() / control);
        double critical = NORMAL.inverseSurvivalProbability(alpha / 2);
        return NORMAL.survivalProbability(critical - lift / error)
                + NORMAL.survivalProbability(critical + lift / error);
    }

    /**
     * The minimum detectable effect: the least lift that so many results find with this power. It
     * solves {@code lift² = (z₁₋α/₂ + z₁₋β)² (v₁ ÷ treated + v₀ ÷ control)}; empty where a share
     * would have to reach 1.
     *
     * @param treated independent results, above 0; need not be whole
     */
    public OptionalDouble detectable(Outcome outcome, double treated, double control) {
        Bounds.positive("the number of treated", treated);
        Bounds.positive("the number of controls", control);
        double squared = quantiles() * quantiles();
        double constant = squared * outcome.variance() * (1 / treated + 1 / control);
        if (outcome.kind() == Outcome.Kind.MEAN) {
            return OptionalDouble.of(Math.sqrt(constant));
        }
        // v₁ = v₀ + (1 − 2p) lift − lift² makes it quadratic: a lift² − 2 b lift − constant = 0.
        double a = 1 + squared / treated;
        double b = squared * (1 - 2 * outcome.baseline()) / treated / 2;
        double lift = (b + Math.sqrt(b * b + a * constant)) / a;
        return outcome.baseline() + lift < 1 ? OptionalDouble.of(lift) : OptionalDouble.empty();
    }

    static long roundedUp(double number) {
        return (long) Math.min(BEYOND_ALL, Math.ceil(number * (1 - ROUNDING)));
    }

    /** {@code z₁₋α/₂ + z₁₋β}, with β = 1 − power. */
    private double quantiles() {
        return NORMAL.inverseSurvivalProbability(alpha / 2)
                + NORMAL.inverseCumulativeProbability(power);
    }
}
