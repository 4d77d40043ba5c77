package io.enablement.cli.explain;

import java.util.Locale;

/** What numbers are counted from, and the view that lists it for a question. */
enum Evidence {
    /** Entries of the ledger with the events that caused them. */
    LEDGER("", "%2$s", ExplainQuestion.IN_LEDGER),
    /** The uses of content that the ledger counts by month. */
    USES("Uses of content", "(SELECT * FROM %4$s ORDER BY occurred_at)", ExplainQuestion.IN_LEDGER),
    REPS(
            "Reps of the group in the period",
            "(SELECT * FROM explained_rep(period = {period:String}, deal_type = {deal_type:String}, %1$s) ORDER BY attainment DESC NULLS LAST, won_amount DESC, rep_id)",
            ExplainQuestion.Group.ARGUMENTS),
    MATURE_DEALS("Deals created in the period that are old enough (table deal)"),
    STARTS("Reps hired in the period (tables rep, deal and rep_month)"),
    STAGES("Entries into the stage in the period (table deal_stage)"),
    OPEN_DEALS(
            "Deals that are open today (tables deal and deal_stage)",
            "(SELECT * FROM explained_open_deal(%1$s) ORDER BY amount_minor DESC, subject)",
            "grain = {grain:String}, group_rep = {group_rep:String}"),
    ASSIGNMENTS(
            "Work assignments of the period (tables assignment and deal)",
            "(SELECT * FROM explained_assignment(%1$s) ORDER BY at)",
            "programme = {programme:String}, stage = {stage:String}, period = {period:String}"),
    PROGRAMME_REPS(
            "Uses of the programme's content, and its audience (tables content_month, rep and rep_month)",
            "(SELECT * FROM explained_programme_rep(%1$s) ORDER BY content_uses DESC, rep_id)",
            "programme = {programme:String}, period = {period:String}"),
    MEMBERS(
            "How the members came into the cohort",
            "(SELECT * FROM %3$s ORDER BY occurred_at, rep_id)",
            ExplainQuestion.Group.OF_COHORT);

    private final String title;
    private final String view;
    private final String arguments;

    Evidence(String title) {
        this(
                title,
                "(SELECT * FROM explained_fact(%1$s) ORDER BY counted DESC, at, subject)",
                "metric = {metric:String}, stage = {stage:String}, period = {period:String}, deal_type = {deal_type:String}, "
                        + ExplainQuestion.Group.ARGUMENTS);
    }

    Evidence(String title, String view, String arguments) {
        this.title = title;
        this.view = view;
        this.arguments = arguments;
    }

    static Evidence of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Facts are not in the ledgers: what they were earlier is not kept. */
    boolean isKnownNowAlone() {
        return switch (this) {
            case LEDGER, USES, MEMBERS -> false;
            case REPS, MATURE_DEALS, STARTS, STAGES, OPEN_DEALS, ASSIGNMENTS, PROGRAMME_REPS ->
                    true;
        };
    }

    String title() {
        return title;
    }

    String sql(Clock clock) {
        return "SELECT * FROM "
                + view.formatted(
                        arguments,
                        clock.parts(arguments),
                        clock.members(arguments),
                        clock.uses(arguments));
    }
}
