package io.enablement.impact.experiment;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Whether an experiment could prove a lift, before anything is spent on it: reps are assigned by
 * chance, and their results of the months after the start compared. A normal approximation: with
 * fewer than some 30 reps in an arm it promises a little too much.
 *
 * @param lift absolute, in the unit of the outcome, above 0; a share stays below 1
 * @param months measured after the start, at least 1
 */
public record Feasibility(
        Audience audience, Outcome outcome, TestPlan plan, double lift, int months) {

    /** With fewer in an arm no result would be accepted. */
    public static final long FEWEST_REPS = 10;

    /** Nobody waits longer. */
    public static final int MOST_MONTHS = 120;

    public Feasibility {
        Bounds.positive("the months", months);
        outcome.varianceWith(lift);
    }

    /** What can be done about the lift. */
    public enum Verdict {
        /** These reps show it in these months. */
        PROVABLE,
        /** These reps show it in more months. */
        PROVABLE_LATER,
        /** It takes more reps. */
        MORE_REPS_NEEDED
    }

    public Feasibility withReps(long reps) {
        return new Feasibility(audience.withReps(reps), outcome, plan, lift, months);
    }

    public Feasibility withMonths(int number) {
        return new Feasibility(audience, outcome, plan, lift, number);
    }

    public Verdict verdict() {
        if (isProvable()) {
            return Verdict.PROVABLE;
        }
        return monthsNeeded().isPresent() ? Verdict.PROVABLE_LATER : Verdict.MORE_REPS_NEEDED;
    }

    public boolean isProvable() {
        return audience.reps() >= repsNeeded().both();
    }

    public double designEffect() {
        return audience.designEffect(months);
    }

    /** Results in each arm, if those of one rep were independent. */
    public Sizes independentResultsNeeded() {
        return plan.sizes(outcome, lift);
    }

    /** Results in each arm: the independent ones times the design effect, rounded up. */
    public Sizes resultsNeeded() {
        Sizes independent = independentResultsNeeded();
        return new Sizes(
                TestPlan.roundedUp(independent.treated() * designEffect()),
                TestPlan.roundedUp(independent.control() * designEffect()));
    }

    /**
     * Reps in each arm who bring these results in these months, and not fewer than makes {@link
     * #FEWEST_REPS} of the smaller arm.
     */
    public Sizes repsNeeded() {
        Sizes results = resultsNeeded();
        double odds = plan.shareTreated() / (1 - plan.shareTreated());
        return new Sizes(
                Math.max(repsWith(results.treated()), fewest(odds)),
                Math.max(repsWith(results.control()), fewest(1 / odds)));
    }

    /** The fewest months in which these reps show the lift; empty beyond {@link #MOST_MONTHS}. */
    public OptionalInt monthsNeeded() {
        for (int number = 1; number <= MOST_MONTHS; number++) {
            if (withMonths(number).isProvable()) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }

    /** How often these reps show the lift in these months if it is there, from alpha to 1. */
    public double power() {
        return plan.power(outcome, lift, independentTreated(), independentControl());
    }

    /** The minimum detectable effect with these reps in these months; empty where there is none. */
    public OptionalDouble detectable() {
        return plan.detectable(outcome, independentTreated(), independentControl());
    }

    /** Below it these reps show nothing, however long it takes; empty where there is no lift. */
    public OptionalDouble detectableWithoutEnd() {
        if (audience.correlation() == 0) {
            return OptionalDouble.of(0);
        }
        double treated = audience.reps() * plan.shareTreated() * audience.mostIndependentResults();
        double control =
                audience.reps() * (1 - plan.shareTreated()) * audience.mostIndependentResults();
        return plan.detectable(outcome, treated, control);
    }

    private long repsWith(long results) {
        return TestPlan.roundedUp(results / audience.results(months));
    }

    private static long fewest(double timesTheOtherArm) {
        return TestPlan.roundedUp(FEWEST_REPS * Math.max(1, timesTheOtherArm));
    }

    private double independentTreated() {
        return independent() * plan.shareTreated();
    }

    private double independentControl() {
        return independent() * (1 - plan.shareTreated());
    }

    /** What the results of all reps are worth in independent ones. */
    private double independent() {
        return audience.reps() * audience.results(months) / designEffect();
    }
}
