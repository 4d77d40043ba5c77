package io.enablement.cli.effect;

import io.enablement.impact.did.Verdict;
import io.enablement.simulation.Selection;
import io.enablement.simulation.TrialSettings;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How often the estimator is right about organisations whose truth is known.
 *
 * @param question what is asked of the estimator
 */
record CoverageStudy(String question, TrialSettings settings) {

    static final CoverageStudy EFFECT =
            new CoverageStudy("by lot, +8 points", of(Selection.LOT, .08));
    static final CoverageStudy NO_EFFECT =
            new CoverageStudy("by lot, no effect", of(Selection.LOT, 0));
    static final CoverageStudy BETTER_REPS =
            new CoverageStudy("better reps choose it, no effect", of(Selection.BETTER_REPS, 0));
    static final CoverageStudy AFTER_A_DIP =
            new CoverageStudy("chosen after a dip, no effect", of(Selection.AFTER_A_DIP, 0));
    static final List<CoverageStudy> ALL = List.of(EFFECT, NO_EFFECT, BETTER_REPS, AFTER_A_DIP);

    private static final int REPS = 400;
    private static final int MONTHS = 24;
    private static final int LAUNCH = 9;
    private static final double DEALS_PER_MONTH = 6;

    /**
     * What came out, as shares of the panels.
     *
     * @param covered intervals that hold the truth
     * @param truth mean over the panels
     * @param estimate mean over the panels
     */
    record Outcome(
            String question,
            int panels,
            double covered,
            double truth,
            double estimate,
            double effect,
            double notProvable) {}

    /** Panels of other seeds are other organisations; the same seeds give the same outcome. */
    Outcome run(int panels, long seed) {
        List<Trial> trials =
                LongStream.range(seed, seed + panels)
                        .parallel()
                        .mapToObj(each -> Trial.of(settings, each))
                        .toList();
        return new Outcome(
                question,
                panels,
                share(trials.stream().filter(Trial::isCovered).count(), panels),
                trials.stream().mapToDouble(Trial::truth).average().orElse(Double.NaN),
                trials.stream()
                        .mapToDouble(each -> each.answer().result().overall().value())
                        .average()
                        .orElse(Double.NaN),
                verdicts(trials, Verdict.Kind.EFFECT),
                verdicts(trials, Verdict.Kind.NOT_PROVABLE));
    }

    private static double verdicts(List<Trial> trials, Verdict.Kind kind) {
        return share(
                trials.stream().filter(each -> each.answer().verdict().kind() == kind).count(),
                trials.size());
    }

    private static double share(long count, int of) {
        return count / (double) of;
    }

    private static TrialSettings of(Selection selection, double winRate) {
        return new TrialSettings(
                selection, winRate, REPS, MONTHS, LAUNCH, 3, 2, .5, DEALS_PER_MONTH);
    }
}
