package io.enablement.impact.experiment;

import java.util.List;
import java.util.Optional;

/**
 * How much alike the results of one rep are: the share of their variance that lies between reps.
 *
 * @param value at most 1; below 0 where reps differ less than chance would have them
 * @param clusters those with results
 * @param units results of all clusters
 */
public record IntraclassCorrelation(double value, long clusters, long units) {

    /**
     * By analysis of variance in one way, for clusters of any sizes: {@code (B − W) ÷ (B + (n₀ −
     * 1)W)} with the mean squares between and within clusters and {@code n₀ = (N − Σn²/N) ÷ (k −
     * 1)} (Donner 1986, "A Review of Inference Procedures for the Intraclass Correlation
     * Coefficient in the One-Way Random Effects Model", International Statistical Review 54). Won
     * and lost deals are {@link Sample#ofTrials}. Clusters without units are left out. Empty with
     * fewer than two clusters, where no cluster has two units, or where nothing varies.
     */
    public static Optional<IntraclassCorrelation> of(List<Sample> clusters) {
        List<Sample> filled = clusters.stream().filter(each -> each.units() > 0).toList();
        Sample all = filled.stream().reduce(Sample.NONE, Sample::plus);
        long between = filled.size() - 1L;
        long within = all.units() - filled.size();
        if (between < 1 || within < 1 || all.squaredDeviations() == 0) {
            return Optional.empty();
        }
        double squaresWithin = filled.stream().mapToDouble(Sample::squaredDeviations).sum();
        double squaresBetween = Math.max(0, all.squaredDeviations() - squaresWithin);
        double meanBetween = squaresBetween / between;
        double meanWithin = squaresWithin / within;
        double sizes =
                filled.stream().mapToDouble(each -> (double) each.units() * each.units()).sum();
        double size = (all.units() - sizes / all.units()) / between;
        double value = (meanBetween - meanWithin) / (meanBetween + (size - 1) * meanWithin);
        return Optional.of(new IntraclassCorrelation(value, filled.size(), all.units()));
    }
}
