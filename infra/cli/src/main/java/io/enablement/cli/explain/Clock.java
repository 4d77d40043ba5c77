package io.enablement.cli.explain;

/** Which numbers are asked: those of now, or those of one of the two pasts. */
enum Clock {
    /** The results. */
    NOW(
            "scorecard(%s)",
            "programme_scorecard",
            "group_period(%s)",
            "explained_part(%s, all_entries = {all_entries:UInt8})",
            "explained_member(%s)",
            "explained_use(%s)",
            "published"),
    /** Those that were published by a moment, as the ledgers have them. */
    SHOWN(
            "scorecard_at(as_of = {moment:String}, %s)",
            "programme_scorecard_at(as_of = {moment:String})",
            "group_period_at(as_of = {moment:String}, %s)",
            "explained_part_at(as_of = {moment:String}, %s, all_entries = {all_entries:UInt8})",
            "explained_member_at(as_of = {moment:String}, %s)",
            "explained_use_at(as_of = {moment:String}, %s)",
            "published"),
    /** What follows from the events recorded by a moment, as the audit calculates it. */
    KNOWN(
            "known_scorecard(known_at = {moment:String}, %s)",
            "",
            "known_period(known_at = {moment:String}, %s)",
            "known_part(known_at = {moment:String}, %s)",
            "known_member(known_at = {moment:String}, %s)",
            "",
            "recorded");

    private static final String GRAIN = "grain = {grain:String}";

    private final String scorecard;
    private final String programmes;
    private final String numbers;
    private final String parts;
    private final String members;
    private final String uses;
    private final String seen;

    Clock(
            String scorecard,
            String programmes,
            String numbers,
            String parts,
            String members,
            String uses,
            String seen) {
        this.scorecard = scorecard;
        this.programmes = programmes;
        this.numbers = numbers;
        this.parts = parts;
        this.members = members;
        this.uses = uses;
        this.seen = seen;
    }

    /** The view of all scorecards. */
    String scorecard() {
        return scorecard.formatted(GRAIN);
    }

    /** The view of the scorecards of whole programmes. */
    String programmes() {
        return programmes;
    }

    /** The view of the numbers in formulas. */
    String numbers() {
        return numbers.formatted(GRAIN);
    }

    /** The view of the entries behind numbers. */
    String parts(String question) {
        return parts.formatted(question);
    }

    /** The view of the members of a cohort. */
    String members(String cohort) {
        return members.formatted(cohort);
    }

    /** The view of the uses of content that the ledger counts. */
    String uses(String question) {
        return uses.formatted(question);
    }

    /** What had to happen to an event by the moment. */
    String seen() {
        return seen;
    }
}
