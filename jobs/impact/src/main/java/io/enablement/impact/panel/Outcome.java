package io.enablement.impact.panel;

import io.enablement.domain.deal.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be said of one rep in one month, named as in the glossary and in its units. */
public enum Outcome {
    CLOSE_RATE_COUNT(
            "close_rate_count", Kind.SHARE, List.of(Part.WON), List.of(Part.WON, Part.LOST)),
    CLOSE_RATE_VALUE(
            "close_rate_value",
            Kind.SHARE,
            List.of(Part.WON_AMOUNT),
            List.of(Part.WON_AMOUNT, Part.LOST_AMOUNT)),
    CREATED_WIN_RATE(
            "created_win_rate", Kind.SHARE, List.of(Part.CREATED_WON), List.of(Part.CREATED)),
    LATE_CONVERSION(
            "late_conversion", Kind.SHARE, List.of(Part.QUALIFIED_WON), List.of(Part.QUALIFIED)),
    DEALS_WON("deals_won", Kind.COUNT, List.of(Part.WON), List.of()),
    WON_AMOUNT("won_amount_minor", Kind.MONEY, List.of(Part.WON_AMOUNT), List.of()),
    AVERAGE_DEAL(
            "avg_deal_amount_minor",
            Kind.MEAN_MONEY,
            List.of(Part.WON_AMOUNT),
            List.of(Part.WON_PRICED)),
    PIPELINE_CREATED("pipeline_created", Kind.COUNT, List.of(Part.CREATED), List.of()),
    CYCLE_DAYS_MEAN(
            "cycle_days_won_mean",
            Kind.DAYS,
            List.of(Part.WON_CYCLE_MICROS),
            List.of(Part.WON_CYCLES)),
    CYCLE_DAYS_MEDIAN("cycle_days_won_median", Kind.DAYS, List.of(), List.of(Part.WON_CYCLES)),
    QUOTA_ATTAINMENT("quota_attainment", Kind.SHARE, List.of(Part.CREDITED), List.of(Part.QUOTA));

    private static final double MICROS_OF_DAY = 86_400e6;

    private final String id;
    private final Kind kind;
    private final List<Part> above;
    private final List<Part> below;

    Outcome(String id, Kind kind, List<Part> above, List<Part> below) {
        this.id = id;
        this.kind = kind;
        this.above = above;
        this.below = below;
    }

    /** In which unit an outcome is given. */
    public enum Kind {
        SHARE,
        COUNT,
        /** In minor units. */
        MONEY,
        /** A mean of money, in minor units. */
        MEAN_MONEY,
        DAYS
    }

    /** The outcome that a definition means by the name of a metric; empty where none can be it. */
    public static Optional<Outcome> named(String metric) {
        String whole =
                switch (metric) {
                    case "cycle_days_won" -> CYCLE_DAYS_MEDIAN.id;
                    case "won_amount", "avg_deal_amount" -> metric + "_minor";
                    case "qualified_win_rate" -> LATE_CONVERSION.id;
                    default -> metric;
                };
        return Arrays.stream(values()).filter(each -> each.id.equals(whole)).findFirst();
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isMoney() {
        return kind == Kind.MONEY || kind == Kind.MEAN_MONEY;
    }

    /** Whether it divides, so that a month without a denominator has no value. */
    public boolean isRate() {
        return !below.isEmpty();
    }

    /**
     * The outcome of a rep who was employed in the month: a sum is 0 where nothing happened, a rate
     * is NaN where there is nothing to divide by.
     */
    public double of(SalesMonths sales, int rep, int month) {
        if (this == CYCLE_DAYS_MEDIAN) {
            return sales.medianCycleDays(rep, month);
        }
        double numerator = sum(sales, above, rep, month);
        if (!isRate()) {
            return numerator;
        }
        double denominator = sum(sales, below, rep, month);
        if (denominator <= 0) {
            return Double.NaN;
        }
        return this == CYCLE_DAYS_MEAN
                ? numerator / denominator / MICROS_OF_DAY
                : numerator / denominator;
    }

    private static double sum(SalesMonths sales, List<Part> parts, int rep, int month) {
        double sum = 0;
        for (Part part : parts) {
            sum += sales.amount(part, rep, month);
        }
        return sum;
    }
}
