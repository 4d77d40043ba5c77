package io.enablement.cli.feasibility;

import io.enablement.impact.experiment.Audience;
import io.enablement.impact.experiment.Feasibility;
import io.enablement.impact.experiment.Outcome;
import io.enablement.impact.experiment.TestPlan;
import io.enablement.impact.feasibility.Plan;
import picocli.CommandLine.Option;

/**
 * The numbers of an experiment that is being planned; taken as texts to name all bad ones at once.
 */
final class FeasibilityOptions {

    private static final long MOST_REPS = 10_000_000;
    private static final double MOST_DEALS = 1_000_000;
    private static final double MOST_AMOUNT = 1e15;

    /** Less than a deal in ten thousand. */
    private static final double NO_LIFT = .0001;

    @Option(
            names = "--reps",
            paramLabel = "N",
            description = "Reps of both arms together, at least 2. Needed.")
    private String reps;

    @Option(
            names = "--deals-per-rep",
            paramLabel = "M",
            description = "Deals that a rep closes in a month, won or lost, above 0. Needed.")
    private String deals;

    @Option(
            names = "--baseline",
            paramLabel = "SHARE",
            description = "The win rate without the programme, won / (won + lost). Needed.")
    private String baseline;

    @Option(
            names = "--lift",
            paramLabel = "SHARE",
            description = "The rise to be proven: 0.05 is from 25%% to 30%%. Needed.")
    private String lift;

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Months measured after the start, 1 to 120 (default: ${DEFAULT-VALUE}, so that --deals-per-rep is all that a rep closes).")
    private String months;

    @Option(
            names = "--icc",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description =
                    "How much alike the deals of one rep are, from 0 to below 1: the share of their variance between reps (default: ${DEFAULT-VALUE}; 0 takes them as independent).")
    private String correlation;

    @Option(
            names = "--power",
            paramLabel = "SHARE",
            defaultValue = "0.8",
            description =
                    "How often the rise is to be found if it is there (default: ${DEFAULT-VALUE}).")
    private String power;

    @Option(
            names = "--alpha",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description =
                    "How often a programme without effect may seem to have one, to either side (default: ${DEFAULT-VALUE}).")
    private String alpha;

    @Option(
            names = "--share-treated",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            description = "Reps who get the programme, of all (default: ${DEFAULT-VALUE}).")
    private String shareTreated;

    Feasibility feasibility() {
        GivenNumbers given = new GivenNumbers();
        long allReps = given.whole("--reps", reps, 2, MOST_REPS);
        double perMonth = given.upTo("--deals-per-rep", deals, MOST_DEALS);
        double before = given.share("--baseline", baseline, 0, 1);
        double rise = given.share("--lift", lift, NO_LIFT, 1 - orZero(before));
        int duration = (int) given.whole("--months", months, 1, Feasibility.MOST_MONTHS);
        double alike = given.shareOrZero("--icc", correlation);
        double falseAlarms = given.share("--alpha", alpha, 0, .5);
        double found = given.share("--power", power, orZero(falseAlarms), 1);
        double treated = given.share("--share-treated", shareTreated, 0, 1);
        given.refuseBadOnes();
        return new Feasibility(
                new Audience(allReps, perMonth, alike, 0),
                Outcome.share(before),
                new TestPlan(falseAlarms, found, treated),
                rise,
                duration);
    }

    /** The same of reps of whom the past tells everything but the lift; given numbers go first. */
    Feasibility feasibility(Plan past) {
        GivenNumbers given = new GivenNumbers();
        long allReps = reps == null ? past.repsNow() : given.whole("--reps", reps, 2, MOST_REPS);
        double rise =
                past.isOfDeals()
                        ? given.share("--lift", lift, NO_LIFT, 1 - past.history().baseline())
                        : given.upTo("--lift", lift, MOST_AMOUNT);
        int duration = (int) given.whole("--months", months, 1, Feasibility.MOST_MONTHS);
        double falseAlarms = given.share("--alpha", alpha, 0, .5);
        double found = given.share("--power", power, orZero(falseAlarms), 1);
        double treated = given.share("--share-treated", shareTreated, 0, 1);
        given.refuseBadOnes();
        return past.question(allReps, new TestPlan(falseAlarms, found, treated), rise, duration);
    }

    /** A bound that is not known itself bounds nothing. */
    private static double orZero(double bound) {
        return Double.isNaN(bound) ? 0 : bound;
    }
}
