package io.enablement.domain.deal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The additive parts of every metric, each a column of {@code rep_month} and {@code cohort_metric}.
 * Money is in minor units of the reporting currency. The order is that of the columns and of the
 * state: a new part goes to the end of its half.
 */
public enum Part {
    CREATED,
    CREATED_AMOUNT,
    /** Of the deals created: won by now, in whatever period. */
    CREATED_WON,
    WON,
    LOST,
    DROPPED,
    /** Won deals with an amount in the reporting currency. */
    WON_PRICED,
    WON_AMOUNT,
    LOST_AMOUNT,
    /** Won deals whose creation and close are known. */
    WON_CYCLES,
    WON_CYCLE_MICROS,
    LOST_CYCLES,
    LOST_CYCLE_MICROS,
    /** First decisions to work on a deal. */
    QUALIFIED,
    /** Of those: won by now. */
    QUALIFIED_WON,
    REOPENED,
    /** Quota credit: won amounts after revenue splits. */
    CREDITED,
    /** Overlay credit, never added to totals. */
    OVERLAY_CREDIT,
    QUOTA,
    /** 1 where the rep has a quota in the month. */
    QUOTA_HOLDERS,
    CONTENT_USES,
    /** Won deals by whole days from creation to close. */
    WON_CYCLE_DAYS,
    /** Lost deals by whole days from creation to close. */
    LOST_CYCLE_DAYS;

    /** Parts that are one number. */
    public static final List<Part> SUMS =
            Arrays.stream(values()).filter(part -> !part.isHistogram()).toList();

    /** Parts that count by bucket. */
    public static final List<Part> HISTOGRAMS =
            Arrays.stream(values()).filter(Part::isHistogram).toList();

    public boolean isHistogram() {
        return this == WON_CYCLE_DAYS || this == LOST_CYCLE_DAYS;
    }

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
