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
    /** Of the deals created: qualified by now, in whatever period. */
    CREATED_QUALIFIED,
    /** Open deals, in the period in which their close is expected. */
    OPEN_DUE,
    OPEN_DUE_AMOUNT,
    /** Content uses that name a deal. */
    CONTENT_USES_ON_DEALS,
    /** First requests for a course of a programme. */
    REQUESTED,
    /** Of those: followed by an enrolment. */
    REQUESTS_FULFILLED,
    /** First enrolments in a programme. */
    ENROLLED,
    /** Of those: the programme is completed by now, in whatever period. */
    ENROLLED_COMPLETED,
    STARTED,
    COMPLETED,
    WAIVED,
    /** Completions whose enrolment is known, and not after them. */
    COMPLETION_TIMES,
    COMPLETION_MICROS,
    /** Attempts at a certification that succeeded. */
    PASSED,
    FAILED,
    /** Attempts that have a score. */
    SCORES,
    /** Their scores from 0 to 1, in millionths. */
    SCORE_MILLIONTHS,
    /** Answers to a survey that have a score. */
    SURVEYS,
    SURVEY_MILLIONTHS,
    ASSIGNMENTS_SUBMITTED,
    ASSIGNMENTS_APPROVED,
    /** Coaching sessions. */
    COACHED,
    /** Won deals by whole days from creation to close. */
    WON_CYCLE_DAYS,
    /** Lost deals by whole days from creation to close. */
    LOST_CYCLE_DAYS,
    /** Completions by whole days from the enrolment. */
    COMPLETION_DAYS;

    /** Parts that are one number. */
    public static final List<Part> SUMS =
            Arrays.stream(values()).filter(part -> !part.isHistogram()).toList();

    /** Parts that count by bucket. */
    public static final List<Part> HISTOGRAMS =
            Arrays.stream(values()).filter(Part::isHistogram).toList();

    private final String column = name().toLowerCase(Locale.ROOT);

    public boolean isHistogram() {
        return switch (this) {
            case WON_CYCLE_DAYS, LOST_CYCLE_DAYS, COMPLETION_DAYS -> true;
            default -> false;
        };
    }

    public String column() {
        return column;
    }

    /** Of a part that is one number, its place among {@link #SUMS}: they come first. */
    public int place() {
        return ordinal();
    }

    /** What state calls it, which stays when parts are added. */
    int code() {
        return isHistogram() ? 2 * HISTOGRAMS.indexOf(this) + 1 : 2 * place();
    }

    static Part ofCode(int code) {
        return code % 2 == 1 ? HISTOGRAMS.get(code / 2) : SUMS.get(code / 2);
    }
}
