package io.enablement.cli.explain;

/** The two questions about the past: what was shown at a moment, and what was known by then. */
enum Clock {
    /** Results published by then, as the ledgers have them; of now, the results themselves. */
    SHOWN(
            "as_of",
            "scorecard_at",
            "group_period_at",
            "explained_part",
            "explained_member",
            "published"),
    /** What follows from the events recorded by then, as the audit calculates it. */
    KNOWN("known_at", "known_scorecard", "known_period", "known_part", "known_member", "recorded");

    private final String parameter;
    private final String scorecard;
    private final String numbers;
    private final String parts;
    private final String members;
    private final String seen;

    Clock(
            String parameter,
            String scorecard,
            String numbers,
            String parts,
            String members,
            String seen) {
        this.parameter = parameter;
        this.scorecard = scorecard;
        this.numbers = numbers;
        this.parts = parts;
        this.members = members;
        this.seen = seen;
    }

    /** The moment as an argument of every view. */
    String moment() {
        return "%s = {moment:String}".formatted(parameter);
    }

    /** The view of all scorecards. */
    String scorecard() {
        return scorecard;
    }

    /** The view of the numbers in formulas. */
    String numbers() {
        return numbers;
    }

    /** The view of the entries behind numbers. */
    String parts() {
        return parts;
    }

    /** The view of the members of a cohort. */
    String members() {
        return members;
    }

    /** What had to happen to an event by the moment. */
    String seen() {
        return seen;
    }
}
