package io.enablement.cli;

import io.enablement.cli.ExplainQuestion.Group;
import java.util.Set;

/** The scorecard in which a number stands, and what a question about it must name. */
enum NumberSource {
    SCORECARD(
            "SELECT %s FROM scorecard_at(as_of = {as_of:String}, grain = {grain:String}) WHERE period = {period:String} AND deal_type = {deal_type:String} AND "
                    + Group.CONDITION),
    PROGRAMME(
            "SELECT %s FROM programme_scorecard_at(as_of = {as_of:String}) WHERE programme_id = {programme:String} AND period = {period:String}"),
    MEMBERS(
            "SELECT count() AS members FROM explained_member(as_of = {as_of:String}, programme = {programme:String}, basis = {basis:String}, cohort = {cohort:String})"),
    STAGES(
            "SELECT %s FROM stage_metric(grain = {grain:String}) WHERE stage = {stage:String} AND period = {period:String} AND deal_type = {deal_type:String} AND "
                    + Group.CONDITION),
    REP_LOAD("SELECT %s FROM rep_load WHERE rep_id = {group_rep:String}"),
    MANAGER_LOAD("SELECT %s FROM manager_load WHERE manager = {group_rep:String}"),
    ASSIGNMENTS(
            "SELECT %s FROM programme_assignment WHERE programme_id = {programme:String} AND stage = {stage:String} AND period = {period:String}");

    private static final Set<String> OF_MANAGERS_ALONE =
            Set.of("open_deals_per_rep", "most_open_deals_of_a_rep");

    private final String sql;

    NumberSource(String sql) {
        this.sql = sql;
    }

    /** Refuses a question that has no answer, and says what to ask instead. */
    static NumberSource of(ExplainQuestion question, ExplainedMetric metric) {
        String grain = question.group().grain();
        return switch (metric.main()) {
            case MEMBERS -> members(question);
            case STAGES -> stages(question);
            case OPEN_DEALS -> load(question, metric);
            case ASSIGNMENTS -> assignments(question);
            case PROGRAMME_REPS -> programme(question, metric);
            case LEDGER, USES, REPS, MATURE_DEALS, STARTS -> {
                if (grain.equals("programme")) {
                    yield programme(question, metric);
                }
                refuseUnless(
                        question.group().isOneOfScorecards(),
                        "%s is no number of a manager's load: ask for a rep, a team, the company or a cohort"
                                .formatted(metric.id()));
                yield SCORECARD;
            }
        };
    }

    String sql(String columns) {
        return sql.formatted(columns);
    }

    private static NumberSource members(ExplainQuestion question) {
        refuseUnless(
                question.group().isCohort(),
                "members is the size of a cohort: name --programme and --cohort");
        return MEMBERS;
    }

    private static NumberSource stages(ExplainQuestion question) {
        refuseUnless(
                question.group().isOneOfScorecards(),
                "Metrics of stages are those of a rep, a team, the company or a cohort");
        refuseUnless(
                !question.stage().isEmpty(),
                "%s is a number of one stage: name it with --stage",
                question.metric());
        refuseUnless(question.asOf().isEmpty(), KNOWN_NOW, question.metric());
        return STAGES;
    }

    private static NumberSource load(ExplainQuestion question, ExplainedMetric metric) {
        String grain = question.group().grain();
        refuseUnless(question.asOf().isEmpty(), KNOWN_NOW, metric.id());
        if (grain.equals("manager")) {
            return MANAGER_LOAD;
        }
        refuseUnless(
                grain.equals("rep") && !OF_MANAGERS_ALONE.contains(metric.id()),
                "%s is the load of today of those who work for a manager: ask with --manager"
                        + (OF_MANAGERS_ALONE.contains(metric.id())
                                ? ""
                                : ", or with --rep for one"),
                metric.id());
        return REP_LOAD;
    }

    private static NumberSource assignments(ExplainQuestion question) {
        refuseUnless(
                question.group().grain().equals("programme") && !question.stage().isEmpty(),
                "%s counts the assignments of a whole programme for one stage: name --programme and --stage, and no cohort",
                question.metric());
        refuseUnless(question.asOf().isEmpty(), KNOWN_NOW, question.metric());
        return ASSIGNMENTS;
    }

    private static NumberSource programme(ExplainQuestion question, ExplainedMetric metric) {
        refuseUnless(
                question.group().grain().equals("programme"),
                "%s is a number of a whole programme: name --programme, and no cohort",
                metric.id());
        refuseUnless(
                metric.isOfProgrammes(),
                "%s is no number of a whole programme but of its cohorts: add --cohort",
                metric.id());
        return PROGRAMME;
    }

    private static final String KNOWN_NOW =
            "%s is counted from facts, which are known now alone: ask without --as-of";

    private static void refuseUnless(boolean fine, String sentence, Object... words) {
        if (!fine) {
            throw new UsageException(sentence.formatted(words));
        }
    }
}
