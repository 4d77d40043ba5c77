package io.enablement.streaming.state;

import io.enablement.domain.cohort.Cohort;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.cohort.Exposure;
import io.enablement.domain.cohort.Membership;
import io.enablement.domain.cohort.RepProfile;
import io.enablement.domain.cohort.TrainingHistory;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.Progress;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.rep.QuotaHistory;
import io.enablement.domain.rep.QuotaVersion;
import io.enablement.domain.rep.RepHistory;
import io.enablement.domain.rep.Restatement;
import io.enablement.domain.rep.Subject;
import io.enablement.domain.rep.Tenure;
import io.enablement.domain.rep.Tenures;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps for each rep what adds to the rep's numbers, and under which label and in which cohorts
 * they are filed. Any input restates only what it touches.
 */
public final class KeepRepTimelines extends KeyedProcessFunction<String, RepInput, CohortTally> {

    public static final OutputTag<Change<Tenure>> TENURES = new OutputTag<>("tenures") {};
    public static final OutputTag<Change<QuotaVersion>> QUOTAS = new OutputTag<>("quotas") {};
    public static final OutputTag<Change<Exposure>> EXPOSURES = new OutputTag<>("exposures") {};
    public static final OutputTag<Membership> MEMBERSHIPS = new OutputTag<>("memberships") {};

    private static final long serialVersionUID = 1;

    private final Rules rules;
    private final EventBytes<TrainingEvent> trainingBytes;
    private final EventBytes<RepEvent> repBytes;
    private final EventBytes<QuotaEvent> quotaBytes;

    /** What each deal adds; a deal that adds nothing any more is removed. */
    private transient MapState<String, Subject> deals;

    /** All employment events; never cleared. */
    private transient ValueState<RepHistory> employment;

    /** All training events; never cleared. */
    private transient ValueState<TrainingHistory> trainings;

    /** All quota events; never cleared. */
    private transient ValueState<QuotaHistory> quotas;

    /** What follows from employment and trainings; never cleared. */
    private transient ValueState<RepProfile> profiles;

    private transient RepContent content;
    private transient RepMonths months;

    public KeepRepTimelines(
            Rules rules,
            EventBytes<TrainingEvent> trainingBytes,
            EventBytes<RepEvent> repBytes,
            EventBytes<QuotaEvent> quotaBytes) {
        this.rules = rules;
        this.trainingBytes = trainingBytes;
        this.repBytes = repBytes;
        this.quotaBytes = quotaBytes;
    }

    @Override
    public void open(OpenContext context) {
        RuntimeContext runtime = getRuntimeContext();
        deals = runtime.getMapState(new MapStateDescriptor<>("deals", String.class, Subject.class));
        employment = runtime.getState(new ValueStateDescriptor<>("employment", RepHistory.class));
        trainings =
                runtime.getState(new ValueStateDescriptor<>("trainings", TrainingHistory.class));
        quotas = runtime.getState(new ValueStateDescriptor<>("quotas", QuotaHistory.class));
        profiles = runtime.getState(new ValueStateDescriptor<>("profile", RepProfile.class));
        content = new RepContent(runtime);
        months = new RepMonths(runtime);
    }

    @Override
    public void processElement(RepInput input, Context context, Collector<CohortTally> out)
            throws Exception {
        if (input.deal() != null) {
            keepDeal(input, context, out);
        } else if (input.training() != null) {
            keepTraining(input.training(), context, out);
        } else if (input.rep() != null) {
            keepEmployment(input, context, out);
        } else if (input.quota() != null) {
            keepQuota(input, context, out);
        } else {
            keepContent(input, context, out);
        }
    }

    private void keepDeal(RepInput input, Context context, Collector<CohortTally> out)
            throws Exception {
        Subject after = input.deal();
        Subject known = deals.get(after.name());
        Subject before = known == null ? Subject.empty(after.name()) : known;
        if (after.postings().isEmpty()) {
            deals.remove(after.name());
        } else {
            deals.put(after.name(), after);
        }
        RepProfile profile = profile();
        restate(before, profile.tenures(), after, profile.tenures(), input, context, out);
    }

    private void keepQuota(RepInput input, Context context, Collector<CohortTally> out)
            throws Exception {
        QuotaEvent event = input.quota();
        QuotaHistory before = quotas();
        Insertion<QuotaEvent> insertion = before.with(event, quotaBytes);
        Refused.report(insertion, event, quotaBytes, context);
        if (!insertion.changed()) {
            return;
        }
        QuotaHistory after = new QuotaHistory(insertion.events());
        quotas.update(after);
        Change.between(
                before.versions(),
                after.versions(),
                QuotaVersion::identity,
                change -> context.output(QUOTAS, change));
        Tenures tenures = profile().tenures();
        restate(
                quota(before, tenures),
                tenures,
                quota(after, tenures),
                tenures,
                input,
                context,
                out);
    }

    private void keepContent(RepInput input, Context context, Collector<CohortTally> out)
            throws Exception {
        ContentEvent event = input.content();
        if (content.knows(event)) {
            context.output(Refused.PROGRESS, Progress.duplicate(event));
            return;
        }
        Subject touched = content.remember(event);
        Subject nothing = Subject.empty(Subject.CONTENT);
        Tenures tenures = profile().tenures();
        if (event.isVoid()) {
            restate(touched, tenures, nothing, tenures, input, context, out);
        } else {
            restate(nothing, tenures, touched, tenures, input, context, out);
        }
    }

    /** Another label moves everything that the rep has; another employment moves the quota too. */
    private void keepEmployment(RepInput input, Context context, Collector<CohortTally> out)
            throws Exception {
        RepEvent event = input.rep();
        RepHistory history = employment.value() == null ? RepHistory.NONE : employment.value();
        Insertion<RepEvent> insertion = history.with(event, repBytes);
        Refused.report(insertion, event, repBytes, context);
        if (!insertion.changed()) {
            return;
        }
        employment.update(new RepHistory(insertion.events()));
        RepProfile profile = profile();
        Tenures before = profile.tenures();
        Tenures after = employment.value().tenures();
        profiles.update(new RepProfile(after, profile.exposures()));
        Change.between(
                before.tenures(),
                after.tenures(),
                tenure -> tenure.span().from(),
                change -> context.output(TENURES, change));
        for (Subject deal : deals.values()) {
            restate(deal, before, deal, after, input, context, out);
        }
        QuotaHistory quotas = quotas();
        restate(quota(quotas, before), before, quota(quotas, after), after, input, context, out);
        Subject uses = content.all();
        restate(uses, before, uses, after, input, context, out);
    }

    /** Another exposure moves all months of the rep from one cohort to another. */
    private void keepTraining(TrainingEvent event, Context context, Collector<CohortTally> out)
            throws Exception {
        TrainingHistory history =
                trainings.value() == null ? TrainingHistory.NONE : trainings.value();
        Insertion<TrainingEvent> insertion = history.with(event, trainingBytes);
        Refused.report(insertion, event, trainingBytes, context);
        if (!insertion.changed()) {
            return;
        }
        TrainingHistory changed = new TrainingHistory(insertion.events());
        trainings.update(changed);
        RepProfile profile = profile();
        List<Exposure> before = profile.exposures();
        List<Exposure> after = changed.exposures(rules.calendar());
        profiles.update(new RepProfile(profile.tenures(), after));
        Change.between(
                before, after, Exposure::identity, change -> context.output(EXPOSURES, change));
        move(before, after, event, context, out);
    }

    private void move(
            List<Exposure> before,
            List<Exposure> after,
            TrainingEvent event,
            Context context,
            Collector<CohortTally> out)
            throws Exception {
        List<Cohort> left = before.stream().map(Exposure::cohortOf).toList();
        List<Cohort> entered = after.stream().map(Exposure::cohortOf).toList();
        for (Cohort cohort : left) {
            if (!entered.contains(cohort)) {
                context.output(
                        MEMBERSHIPS, new Membership(event.repId(), cohort, -1, event.cause()));
                months.leave(cohort, out);
            }
        }
        for (Cohort cohort : entered) {
            if (!left.contains(cohort)) {
                context.output(
                        MEMBERSHIPS, new Membership(event.repId(), cohort, 1, event.cause()));
                months.enter(cohort, out);
            }
        }
    }

    private void restate(
            Subject before,
            Tenures tenuresBefore,
            Subject after,
            Tenures tenuresAfter,
            RepInput input,
            Context context,
            Collector<CohortTally> out)
            throws Exception {
        months.add(
                Restatement.between(before, tenuresBefore, after, tenuresAfter, rules.calendar()),
                after.name(),
                input,
                profile().exposures(),
                context,
                out);
    }

    private Subject quota(QuotaHistory history, Tenures tenures) {
        return new Subject(Subject.QUOTA, "", history.postings(tenures, rules));
    }

    private QuotaHistory quotas() throws IOException {
        return quotas.value() == null ? QuotaHistory.NONE : quotas.value();
    }

    private RepProfile profile() throws IOException {
        return profiles.value() == null ? RepProfile.NONE : profiles.value();
    }
}
