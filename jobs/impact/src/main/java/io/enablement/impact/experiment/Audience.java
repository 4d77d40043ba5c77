package io.enablement.impact.experiment;

/**
 * The reps whom an experiment would be made with, and what they bring.
 *
 * @param reps of both arms together, at least 1
 * @param resultsPerMonth single results of a rep in a month, above 0: closed deals, or 1 where the
 *     outcome is a rep's month
 * @param correlation of the results of one rep, from 0 to below 1 ({@link IntraclassCorrelation})
 * @param unevenness of the reps' numbers of results: standard deviation ÷ mean, not negative; 0
 *     where all have as many
 */
public record Audience(long reps, double resultsPerMonth, double correlation, double unevenness) {

    public Audience {
        Bounds.positive("the number of reps", reps);
        Bounds.positive("the results of a rep in a month", resultsPerMonth);
        Bounds.between(
                "the correlation", Bounds.notNegative("the correlation", correlation), -1, 1);
        Bounds.notNegative("the unevenness", unevenness);
    }

    public Audience withReps(long number) {
        return new Audience(number, resultsPerMonth, correlation, unevenness);
    }

    /** Of a rep, up to then. */
    public double results(int months) {
        return resultsPerMonth * months;
    }

    /**
     * How many times as many results it takes as if they were independent: {@code 1 + ((1 + cv²) m
     * − 1) ICC} for {@code m} results of each rep (Kish 1965, "Survey Sampling"; unequal numbers by
     * Eldridge, Ashby and Kerry 2006, "Sample size for cluster randomized trials: effect of
     * coefficient of variation of cluster size", International Journal of Epidemiology 35). At
     * least 1.
     */
    public double designEffect(int months) {
        return Math.max(1, 1 + (evened() * results(months) - 1) * correlation);
    }

    /**
     * What all results that a rep could ever bring are worth in independent ones, {@code 1 ÷ ((1 +
     * cv²) ICC)}; infinite without correlation.
     */
    public double mostIndependentResults() {
        return 1 / (evened() * correlation);
    }

    private double evened() {
        return 1 + unevenness * unevenness;
    }
}
