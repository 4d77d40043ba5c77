package io.enablement.cli.explain;

import io.enablement.cli.console.UsageException;
import io.enablement.cli.explain.ExplainQuestion.Group;
import java.util.Set;

/** The scorecard in which a number stands, and what a question about it must name. */
enum NumberSource {
    SCORECARD(
            "SELECT %1$s FROM %2$s WHERE period = {period:String} AND deal_type = {deal_type:String} AND "
                    + Group.CONDITION),
    PROGRAMME(
            "SELECT %1$s FROM %3$s WHERE programme_id = {programme:String} AND period = {period:String}"),
    MEMBERS("SELECT count() AS members FROM %4$s"),
    STAGES(
            "SELECT %1$s FROM stage_metric(grain = {grain:String}) WHERE stage = {stage:String} AND period = {period:String} AND deal_type = {deal_type:String} AND "
                    + Group.CONDITION),
    REP_LOAD("SELECT %1$s FROM rep_load WHERE rep_id = {group_rep:String}"),
    MANAGER_LOAD("SELECT %1$s FROM manager_load WHERE manager = {group_rep:String}"),
    ASSIGNMENTS(
            "SELECT %1$s FROM programme_assignment WHERE programme_id = {programme:String} AND stage = {stage:String} AND period = {period:String}");

    private static final Set<String> OF_MANAGERS_ALONE =
            Set.of("open_deals_per_rep", "most_open_deals_of_a_rep");

    private static final String KNOWN_NOW =
            "%s is counted from facts, which are known now alone: ask without --as-of and --known-at";

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
                refuseUnless(
                        question.clock() != Clock.KNOWN || !grain.startsWith("control"),
                        "Controls are asked as they were shown, with --as-of: --known-at asks for reps, teams, the company and cohorts");
                yield SCORECARD;
            }
        };
    }

    String sql(String columns, Clock clock) {
        return sql.formatted(
                columns, clock.scorecard(), clock.programmes(), clock.members(Group.OF_COHORT));
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
        refuseUnless(question.isAboutNow(), KNOWN_NOW, question.metric());
        return STAGES;
    }

    private static NumberSource load(ExplainQuestion question, ExplainedMetric metric) {
        String grain = question.group().grain();
        refuseUnless(question.isAboutNow(), KNOWN_NOW, metric.id());
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
        refuseUnless(question.isAboutNow(), KNOWN_NOW, question.metric());
        return ASSIGNMENTS;
    }

    private static NumberSource programme(ExplainQuestion question, ExplainedMetric metric) {
        refuseUnless(
                question.group().grain().equals("programme"),
                "%s is a number of a whole programme: name --programme, and no cohort",
                metric.id());
        refuseUnless(
                question.clock() != Clock.KNOWN,
                "A whole programme is asked as it was shown, with --as-of: --known-at asks for reps, teams, the company and cohorts");
        refuseUnless(
                metric.isOfProgrammes(),
                "%s is no number of a whole programme but of its cohorts: add --cohort",
                metric.id());
        return PROGRAMME;
    }

    private static void refuseUnless(boolean fine, String sentence, Object... words) {
        if (!fine) {
            throw new UsageException(sentence.formatted(words));
        }
    }
}
