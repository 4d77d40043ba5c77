package io.enablement.domain.metric;

import io.enablement.domain.deal.Part;
import io.enablement.domain.rep.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The metrics that are one sum of parts divided by another. Each is empty where its denominator is
 * zero. Source of all parts: {@code rep_month} or {@code cohort_metric}, summed over the period.
 */
public enum RatioMetric {
    /**
     * won ÷ (won + lost), by month of the close; 0 to 1. Empty until something closes. Can be
     * inflated by not closing lost deals.
     */
    CLOSE_RATE_COUNT(Unit.SHARE_OF_COUNT, List.of(Part.WON), List.of(Part.WON, Part.LOST)),
    /**
     * Σ amount won ÷ Σ amount (won + lost), amounts at close, by month of the close; 0 to 1. Empty
     * where no closed deal has an amount.
     */
    CLOSE_RATE_VALUE(
            Unit.SHARE_OF_MONEY,
            List.of(Part.WON_AMOUNT),
            List.of(Part.WON_AMOUNT, Part.LOST_AMOUNT)),
    /**
     * won by now ÷ created, open deals in the denominator, by month of the creation; 0 to 1. Empty
     * where nothing was created.
     */
    CREATED_WIN_RATE(Unit.SHARE_OF_COUNT, List.of(Part.CREATED_WON), List.of(Part.CREATED)),
    /**
     * won by now ÷ first decisions to work on a deal, open deals included, by month of that
     * decision; 0 to 1. Empty where nothing was qualified.
     */
    QUALIFIED_WIN_RATE(Unit.SHARE_OF_COUNT, List.of(Part.QUALIFIED_WON), List.of(Part.QUALIFIED)),
    /**
     * dropped ÷ (work + dropped), by month of the decision; 0 to 1. Empty where nothing was
     * decided.
     */
    DROP_RATE(Unit.SHARE_OF_COUNT, List.of(Part.DROPPED), List.of(Part.QUALIFIED, Part.DROPPED)),
    /** won ÷ lost, by month of the close; from 0, no upper bound. Empty where nothing was lost. */
    WIN_LOSS_RATIO(Unit.TIMES, List.of(Part.WON), List.of(Part.LOST)),
    /**
     * Σ amount won ÷ won deals that have an amount, by month of the close; minor units of the
     * reporting currency, from 0. Empty where no won deal has an amount.
     */
    AVG_DEAL_AMOUNT(Unit.MONEY, List.of(Part.WON_AMOUNT), List.of(Part.WON_PRICED)),
    /**
     * qualified by now ÷ created, open deals in the denominator, by month of the creation; 0 to 1.
     * Empty where nothing was created.
     */
    EARLY_CONVERSION(Unit.SHARE_OF_COUNT, List.of(Part.CREATED_QUALIFIED), List.of(Part.CREATED)),
    /**
     * won by now ÷ first decisions to work on a deal, by month of that decision; 0 to 1. The parts
     * are those of {@link #QUALIFIED_WIN_RATE}: it is the second half of what {@link
     * #EARLY_CONVERSION} begins. Empty where nothing was qualified.
     */
    LATE_CONVERSION(Unit.SHARE_OF_COUNT, List.of(Part.QUALIFIED_WON), List.of(Part.QUALIFIED)),
    /**
     * Σ amount of the open deals ÷ Σ quota, by month of the expected close; from 0, no upper bound.
     * Empty where nobody has a quota.
     */
    COVERAGE(Unit.TIMES, List.of(Part.OPEN_DUE_AMOUNT), List.of(Part.QUOTA)),
    /**
     * reps who completed the programme by now ÷ reps enrolled, by month of the first enrolment; 0
     * to 1. Empty where nobody was enrolled.
     */
    COMPLETION_RATE(Unit.SHARE_OF_COUNT, List.of(Part.ENROLLED_COMPLETED), List.of(Part.ENROLLED)),
    /**
     * attempts passed ÷ (passed + failed), every attempt by its own month; 0 to 1. Empty where
     * nothing was attempted.
     */
    PASS_RATE(Unit.SHARE_OF_COUNT, List.of(Part.PASSED), List.of(Part.PASSED, Part.FAILED)),
    /**
     * requests for a course that an enrolment followed by now ÷ requests, by month of the request;
     * 0 to 1. Empty where nothing was requested.
     */
    REQUEST_FULFILMENT(
            Unit.SHARE_OF_COUNT, List.of(Part.REQUESTS_FULFILLED), List.of(Part.REQUESTED));

    /** What a metric is measured in. */
    public enum Unit {
        /** Share of what is counted: deals, reps, attempts, requests. */
        SHARE_OF_COUNT,
        SHARE_OF_MONEY,
        TIMES,
        MONEY
    }

    private final Unit unit;
    private final List<Part> numerator;
    private final List<Part> denominator;

    RatioMetric(Unit unit, List<Part> numerator, List<Part> denominator) {
        this.unit = unit;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The name that is stored beside the number, for example {@code close_rate_count}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Unit unit() {
        return unit;
    }

    public Ratio of(Tally tally) {
        return new Ratio(sum(tally, numerator), sum(tally, denominator));
    }

    /** Wilson 95 %; empty where nothing is counted, and for what is no share of a count. */
    public Optional<Interval> interval(Tally tally) {
        Ratio ratio = of(tally);
        return unit == Unit.SHARE_OF_COUNT
                ? Wilson.interval(ratio.numerator(), ratio.denominator())
                : Optional.empty();
    }

    private static long sum(Tally tally, List<Part> parts) {
        return parts.stream().mapToLong(tally::sum).sum();
    }
}
