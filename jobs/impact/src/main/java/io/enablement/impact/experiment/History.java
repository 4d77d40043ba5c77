package io.enablement.impact.experiment;

import java.util.List;
import java.util.Optional;

/**
 * What the past of some reps says about an experiment with reps like them.
 *
 * @param reps those of the past, also without results
 * @param baseline the mean of all results
 * @param standardDeviation of single results, between and within reps
 * @param resultsPerMonth of a rep, on average
 * @param correlation of the results of one rep, from 0 to below 1
 * @param unevenness of the reps' numbers of results: standard deviation ÷ mean
 */
public record History(
        long reps,
        double baseline,
        double standardDeviation,
        double resultsPerMonth,
        double correlation,
        double unevenness) {

    /** Reps who are all alike within and different among each other leave nothing to plan with. */
    private static final double GREATEST_CORRELATION = .999;

    /**
     * From one sample for each rep: of trials (won of closed deals), or of values (such as a rep's
     * amounts, a value for each month). The correlation is {@link IntraclassCorrelation}, not below
     * 0, and 0 where it cannot be told. Empty where the reps have fewer than two results, or all
     * the same.
     *
     * @param repMonths months in which each rep was there, added up over the reps, above 0
     */
    public static Optional<History> of(List<Sample> reps, double repMonths) {
        Bounds.positive("the months of all reps", repMonths);
        Sample all = reps.stream().reduce(Sample.NONE, Sample::plus);
        if (all.units() < 2 || all.squaredDeviations() == 0) {
            return Optional.empty();
        }
        Sample numbers = Sample.of(reps.stream().mapToDouble(Sample::units).toArray());
        double correlation =
                IntraclassCorrelation.of(reps).map(IntraclassCorrelation::value).orElse(0.0);
        return Optional.of(
                new History(
                        reps.size(),
                        all.mean(),
                        Math.sqrt(all.squaredDeviations() / all.units()),
                        all.units() / repMonths,
                        Math.min(GREATEST_CORRELATION, Math.max(0, correlation)),
                        Math.sqrt(numbers.squaredDeviations() / reps.size()) / numbers.mean()));
    }

    /** So many reps like those of the past. */
    public Audience audience(long number) {
        return new Audience(number, resultsPerMonth, correlation, unevenness);
    }

    /**
     * Where the results were trials.
     *
     * @throws IllegalArgumentException where the baseline is no share
     */
    public Outcome share() {
        return Outcome.share(baseline);
    }

    /** Where the results were values. */
    public Outcome mean() {
        return Outcome.mean(baseline, standardDeviation);
    }
}
