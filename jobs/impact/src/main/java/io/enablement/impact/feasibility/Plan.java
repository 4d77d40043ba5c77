package io.enablement.impact.feasibility;

import io.enablement.domain.deal.Part;
import io.enablement.impact.experiment.Feasibility;
import io.enablement.impact.experiment.History;
import io.enablement.impact.experiment.Sample;
import io.enablement.impact.experiment.TestPlan;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.OutcomeMonths;
import io.enablement.impact.panel.SalesHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the organisation's own months say about an audience, and what could be proven with it.
 *
 * @param repsNow of the audience who worked in the last of these months
 * @param history of the audience over the months
 */
public record Plan(Outcome outcome, int firstMonth, int lastMonth, long repsNow, History history) {

    private static final double SMALL = 1e-6;

    /**
     * The months given, cut to those that there are.
     *
     * @param reps of the audience, by their place among the reps of the sales
     * @return empty where no rep has two results in them, or all are the same
     */
    public static Optional<Plan> of(OutcomeMonths outcome, int[] reps, int first, int last) {
        SalesHistory sales = outcome.history();
        int from = Math.max(first, sales.sales().firstMonth());
        int to = Math.min(last, sales.sales().lastMonth());
        List<Sample> samples = new ArrayList<>();
        long months = 0;
        long now = 0;
        for (int rep : reps) {
            Sample sample = Sample.NONE;
            for (int month = from; month <= to; month++) {
                if (sales.worked().in(rep, month)) {
                    months++;
                    sample = sample.plus(results(outcome, rep, month));
                    now += month == to ? 1 : 0;
                }
            }
            samples.add(sample);
        }
        if (months == 0) {
            return Optional.empty();
        }
        long repsNow = now;
        return History.of(samples, months)
                .filter(history -> !isTrial(outcome.outcome()) || isShare(history.baseline()))
                .map(history -> new Plan(outcome.outcome(), from, to, repsNow, history));
    }

    /**
     * The least effect that so many reps show with 80 % in so many months, in units of the outcome;
     * empty where there is none.
     *
     * @param shareTreated of the reps, between 0 and 1
     */
    public OptionalDouble detectable(long reps, double shareTreated, int months) {
        return feasibility(reps, shareTreated, smallLift(), months).detectable();
    }

    /** The fewest months in which so many reps show the effect; empty where they never do. */
    public OptionalInt monthsNeeded(long reps, double shareTreated, double effect) {
        return effect > 0 && isPossible(effect)
                ? feasibility(reps, shareTreated, effect, 1).monthsNeeded()
                : OptionalInt.empty();
    }

    /** How often so many reps show the effect in so many months if it is there, 0 to 1. */
    public double power(long reps, double shareTreated, double effect, int months) {
        return effect > 0 && isPossible(effect)
                ? feasibility(reps, shareTreated, effect, months).power()
                : 0;
    }

    /** The question whether reps like these show the lift in these months. */
    public Feasibility question(long reps, TestPlan plan, double lift, int months) {
        return new Feasibility(
                history.audience(reps),
                isTrial(outcome) ? history.share() : history.mean(),
                plan,
                lift,
                months);
    }

    /** Whether single results are deals, won or not; else they are a rep's months. */
    public boolean isOfDeals() {
        return isTrial(outcome);
    }

    private Feasibility feasibility(long reps, double shareTreated, double lift, int months) {
        return question(
                Math.max(1, reps),
                new TestPlan(TestPlan.USUAL.alpha(), TestPlan.USUAL.power(), shareTreated),
                lift,
                Math.max(1, months));
    }

    private boolean isPossible(double effect) {
        return !isTrial(outcome) || history.baseline() + effect < 1;
    }

    private double smallLift() {
        return isTrial(outcome)
                ? (1 - history.baseline()) * SMALL
                : history.standardDeviation() * SMALL;
    }

    private static boolean isTrial(Outcome outcome) {
        return switch (outcome) {
            case CLOSE_RATE_COUNT, CREATED_WIN_RATE, LATE_CONVERSION -> true;
            case CLOSE_RATE_VALUE,
                    DEALS_WON,
                    WON_AMOUNT,
                    AVERAGE_DEAL,
                    PIPELINE_CREATED,
                    CYCLE_DAYS_MEAN,
                    CYCLE_DAYS_MEDIAN,
                    QUOTA_ATTAINMENT ->
                    false;
        };
    }

    private static boolean isShare(double baseline) {
        return baseline > 0 && baseline < 1;
    }

    private static Sample results(OutcomeMonths outcome, int rep, int month) {
        SalesHistory history = outcome.history();
        if (isTrial(outcome.outcome())) {
            return switch (outcome.outcome()) {
                case CREATED_WIN_RATE ->
                        trials(history, rep, month, Part.CREATED_WON, Part.CREATED);
                case LATE_CONVERSION ->
                        trials(history, rep, month, Part.QUALIFIED_WON, Part.QUALIFIED);
                default ->
                        Sample.ofTrials(
                                history.sales().amount(Part.WON, rep, month),
                                history.sales().amount(Part.WON, rep, month)
                                        + history.sales().amount(Part.LOST, rep, month));
            };
        }
        double value = outcome.value(rep, month);
        return Double.isNaN(value) ? Sample.NONE : Sample.of(value);
    }

    private static Sample trials(
            SalesHistory history, int rep, int month, Part successes, Part trials) {
        return Sample.ofTrials(
                history.sales().amount(successes, rep, month),
                history.sales().amount(trials, rep, month));
    }
}
