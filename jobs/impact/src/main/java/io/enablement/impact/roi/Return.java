package io.enablement.impact.roi;

import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.GroupTimeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * What a programme brought for its cost: {@code ROI = (gain − cost) ÷ cost} with {@code gain =
 * margin × Σ n(g,t) × ATT(g,t)} of the won amount over the months from the start of each cohort to
 * the end of the payback window.
 *
 * @param wonAmount the sum without the margin, in minor units, with its interval
 * @param treatedMonths rep-months from the start to the end of the window
 * @param nullMonths those of them in cells without an estimate
 * @param reasons why there is no ROI; none where there is one
 */
public record Return(
        Estimate wonAmount,
        Margin margin,
        Cost cost,
        long treatedMonths,
        long nullMonths,
        List<String> reasons) {

    private static final double MOST_NULL = .2;

    public Return {
        reasons = List.copyOf(reasons);
    }

    /**
     * The cells of a cohort in a month that could not be estimated add nothing to the sum, and no
     * number comes of it where they hold more than a fifth of the treated rep-months.
     *
     * @param effects on the won amount in minor units
     * @param cohorts the months in which reps of the programme started, each once
     * @param members how many reps of a cohort (first argument) worked in a month (second one)
     * @param end the last month that counts
     */
    public static Return of(
            GroupTimeResult effects,
            int[] cohorts,
            IntBinaryOperator members,
            int end,
            Margin margin,
            Cost cost) {
        long treated = 0;
        for (int cohort : cohorts) {
            for (int month = cohort; month <= end; month++) {
                treated += members.applyAsInt(cohort, month);
            }
        }
        long estimated =
                effects.cells().stream()
                        .filter(cell -> cell.isKnown() && counts(cell.group(), cell.time(), end))
                        .mapToLong(cell -> members.applyAsInt(cell.group(), cell.time()))
                        .sum();
        Estimate sum =
                estimated == 0
                        ? Estimate.UNKNOWN
                        : effects.sum(
                                cell ->
                                        counts(cell.group(), cell.time(), end)
                                                ? members.applyAsInt(cell.group(), cell.time())
                                                : 0);
        return of(sum, margin, cost, treated, treated - estimated);
    }

    static Return of(Estimate wonAmount, Margin margin, Cost cost, long treated, long unknown) {
        List<String> reasons = new ArrayList<>();
        if (treated == 0) {
            reasons.add("nobody was treated before the end of the payback window");
        } else if (unknown > MOST_NULL * treated) {
            reasons.add(
                    "%.0f %% of the treated rep-months have no estimate"
                            .formatted(100.0 * unknown / treated));
        } else if (!wonAmount.hasInterval()) {
            reasons.add("the effect on the won amount has no interval");
        }
        if (!cost.isKnown()) {
            reasons.add(cost.source());
        }
        if (!margin.isKnown()) {
            reasons.add(margin.source());
        }
        return new Return(wonAmount, margin, cost, treated, unknown, reasons);
    }

    public boolean isKnown() {
        return reasons.isEmpty();
    }

    /** Whether the won amount can be said, margin and cost aside. */
    public boolean hasWonAmount() {
        return wonAmount.hasInterval() && nullMonths <= MOST_NULL * treatedMonths;
    }

    /** Margin × won amount; NaN where either is unknown. */
    public double gain(double ofWonAmount) {
        return hasWonAmount() ? margin.share() * ofWonAmount : Double.NaN;
    }

    /**
     * {@code (gain − cost) ÷ cost} for the won amount or an end of its interval; NaN where unknown.
     */
    public double roi(double ofWonAmount) {
        return isKnown() ? (gain(ofWonAmount) - cost.minor()) / cost.minor() : Double.NaN;
    }

    /** The margin at which gain and cost are the same; NaN where nothing was won, or unknown. */
    public double breakEvenMargin() {
        return hasWonAmount() && cost.isKnown() && wonAmount.value() > 0
                ? cost.minor() / wonAmount.value()
                : Double.NaN;
    }

    private static boolean counts(int cohort, int month, int end) {
        return month >= cohort && month <= end;
    }
}
