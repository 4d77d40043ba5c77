package io.enablement.impact.leading;

import io.enablement.impact.panel.ProgrammeMonth;

/** What a rep does in a programme before any result can be seen; ids of the glossary. */
public enum LeadingMetric {
    /** 1 from the month of the completion on. */
    COMPLETED("completed", true),
    /** Of all certifications so far; unknown before the first. */
    MEAN_SCORE("mean_score", true),
    /** Of all answers so far; unknown before the first. */
    SURVEY_MEAN("survey_mean", true),
    /** So far. */
    ASSIGNMENTS_APPROVED("assignments_approved", true),
    /** So far. */
    COACHING_SESSIONS("coaching_sessions", true),
    /** Of the month. */
    CONTENT_USES("content_uses", false);

    private final String id;
    private final boolean stays;

    LeadingMetric(String id, boolean stays) {
        this.id = id;
        this.stays = stays;
    }

    public String id() {
        return id;
    }

    /** Whether what was there in one month is there in the next. */
    boolean stays() {
        return stays;
    }

    /** What a month adds to the numerator. */
    long above(ProgrammeMonth month) {
        return switch (this) {
            case COMPLETED -> month.completed();
            case MEAN_SCORE -> month.scoreMillionths();
            case SURVEY_MEAN -> month.surveyMillionths();
            case ASSIGNMENTS_APPROVED -> month.assignmentsApproved();
            case COACHING_SESSIONS -> month.coached();
            case CONTENT_USES -> month.contentUses();
        };
    }

    /** What a month adds to the denominator; 0 in a metric that does not divide. */
    long below(ProgrammeMonth month) {
        return switch (this) {
            case MEAN_SCORE -> month.scores();
            case SURVEY_MEAN -> month.surveys();
            case COMPLETED, ASSIGNMENTS_APPROVED, COACHING_SESSIONS, CONTENT_USES -> 0;
        };
    }

    /** The metric from the sums of both; NaN where there is nothing to divide by. */
    double value(long above, long below) {
        return switch (this) {
            case MEAN_SCORE, SURVEY_MEAN -> below == 0 ? Double.NaN : above / 1e6 / below;
            case COMPLETED -> Math.min(1, above);
            case ASSIGNMENTS_APPROVED, COACHING_SESSIONS, CONTENT_USES -> above;
        };
    }
}
