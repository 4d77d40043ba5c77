package io.enablement.domain.metric;

import io.enablement.domain.deal.Part;
import io.enablement.domain.rep.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code quota_attainment} of one rep or a group in a period: Σ credited won amount ÷ Σ effective
 * quota of the reps who have a quota; from 0, no upper bound. It is the ratio of the sums, never
 * the mean of the reps' ratios. Every value is empty where nobody has a quota. Source: the parts
 * {@code credited} and {@code quota} of {@code rep_month}, all months and labels of one rep added
 * up; a sum over reps no longer knows whose credit has a quota.
 *
 * @param reps credit and quota of each rep who has a quota
 * @param repsWithoutQuota reps who are in none of the ratios, nor is their credit
 */
public record QuotaAttainment(List<Ratio> reps, long repsWithoutQuota) {

    private static final Comparator<Ratio> BY_SIZE =
            Comparator.comparingLong(Ratio::denominator).thenComparingLong(Ratio::numerator);

    public static final QuotaAttainment NONE = new QuotaAttainment(List.of(), 0);

    /** Keeps the reps in one order, so that adding in any order gives the same. */
    public QuotaAttainment {
        reps = reps.stream().sorted(BY_SIZE).toList();
    }

    /**
     * The attainment of one rep.
     *
     * @param rep everything of that rep in the period
     */
    public static QuotaAttainment of(Tally rep) {
        long quota = rep.sum(Part.QUOTA);
        return quota == 0
                ? new QuotaAttainment(List.of(), 1)
                : new QuotaAttainment(List.of(new Ratio(rep.sum(Part.CREDITED), quota)), 0);
    }

    /** Both groups together; no rep may be in both. */
    public QuotaAttainment plus(QuotaAttainment other) {
        return new QuotaAttainment(
                Stream.concat(reps.stream(), other.reps.stream()).toList(),
                repsWithoutQuota + other.repsWithoutQuota);
    }

    public OptionalDouble value() {
        return reps.stream().reduce(Ratio.NONE, Ratio::plus).value();
    }

    /** Share of the reps with a quota who reach it, from 0 to 1. */
    public OptionalDouble shareOnTarget() {
        long onTarget = reps.stream().filter(rep -> rep.numerator() >= rep.denominator()).count();
        return new Ratio(onTarget, reps.size()).value();
    }

    /** The attainment of the median rep, as {@link Quantile type 7}. */
    public OptionalDouble median() {
        Map<Double, Long> attainments =
                reps.stream()
                        .map(rep -> rep.value().orElseThrow())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return Quantile.of(attainments, 0.5);
    }
}
