package io.enablement.streaming.state;

import io.enablement.domain.cohort.Assignment;
import io.enablement.domain.cohort.Cohort;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.cohort.Exposure;
import io.enablement.domain.cohort.Membership;
import io.enablement.domain.cohort.RepProfile;
import io.enablement.domain.cohort.TrainingFacts;
import io.enablement.domain.cohort.TrainingHistory;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Retention;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.rep.ContentUse;
import io.enablement.domain.rep.Entry;
import io.enablement.domain.rep.PackedSubject;
import io.enablement.domain.rep.QuotaHistory;
import io.enablement.domain.rep.QuotaVersion;
import io.enablement.domain.rep.RepHistory;
import io.enablement.domain.rep.Restatement;
import io.enablement.domain.rep.Subject;
import io.enablement.domain.rep.Tenure;
import io.enablement.domain.rep.Tenures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.OutputTag;

/**
 * Keeps for each rep what adds to the rep's numbers, and under which label and in which cohorts
 * they are filed. Any input restates only what it touches.
 */
public final class KeepRepTimelines extends HoldUntilCheckpoint<RepInput, CohortTally> {

    public static final OutputTag<Change<Tenure>> TENURES = new OutputTag<>("tenures") {};
    public static final OutputTag<Change<QuotaVersion>> QUOTAS = new OutputTag<>("quotas") {};
    public static final OutputTag<Change<Exposure>> EXPOSURES = new OutputTag<>("exposures") {};
    public static final OutputTag<Change<Assignment>> ASSIGNMENTS =
            new OutputTag<>("assignments") {};
    public static final OutputTag<Membership> MEMBERSHIPS = new OutputTag<>("memberships") {};

    private static final long serialVersionUID = 1;

    private final Rules rules;
    private final Retention retention;
    private final EventCodec<TrainingEvent> trainingCodec;
    private final EventCodec<RepEvent> repCodec;
    private final EventCodec<QuotaEvent> quotaCodec;
    private final EventCodec<ContentEvent> contentCodec;

    private transient RepDeals deals;

    /** All employment events; never cleared. */
    private transient History<RepEvent> employment;

    /** All training events; never cleared. */
    private transient History<TrainingEvent> trainings;

    /** All quota events; never cleared. */
    private transient History<QuotaEvent> quotas;

    /** What follows from employment and trainings; never cleared. */
    private transient ValueState<RepProfile> profiles;

    private transient RepContent content;
    private transient RepRetention kept;
    private transient ContentMonths contentMonths;
    private transient RepMonths months;
    private transient CohortChanges cohorts;

    public KeepRepTimelines(
            Rules rules,
            Retention retention,
            EventCodec<TrainingEvent> trainingCodec,
            EventCodec<RepEvent> repCodec,
            EventCodec<QuotaEvent> quotaCodec,
            EventCodec<ContentEvent> contentCodec) {
        this.rules = rules;
        this.retention = retention;
        this.trainingCodec = trainingCodec;
        this.repCodec = repCodec;
        this.quotaCodec = quotaCodec;
        this.contentCodec = contentCodec;
    }

    @Override
    public void open() throws Exception {
        super.open();
        RuntimeContext runtime = getRuntimeContext();
        deals = new RepDeals(runtime);
        employment = new History<>("employment", runtime, repCodec);
        trainings = new History<>("trainings", runtime, trainingCodec);
        quotas = new History<>("quotas", runtime, quotaCodec);
        profiles = runtime.getState(new ValueStateDescriptor<>("profile", RepProfile.class));
        content = new RepContent(runtime, contentCodec);
        kept = new RepRetention(retention, runtime, deals, content);
        contentMonths = new ContentMonths(runtime, this);
        cohorts = new CohortChanges(this::send);
        months = new RepMonths(runtime, this, cohorts);
    }

    /** Each input is the cause of what it changes; what follows for a month is told once. */
    @Override
    void work(String repId, List<RepInput> inputs) throws Exception {
        RepProfile profile = orElse(profiles.value(), RepProfile.NONE);
        for (RepInput input : inputs) {
            profile = keep(input, profile);
        }
        months.settle(repId, profile.exposures());
        contentMonths.settle(repId);
    }

    @Override
    void sendRest() {
        cohorts.send();
    }

    @Override
    void onTime(String repId, long timestamp) throws Exception {
        kept.drop(repId, timers());
    }

    /** Gives the profile that holds from then on. */
    private RepProfile keep(RepInput input, RepProfile profile) throws Exception {
        if (input.training() != null) {
            return keepTraining(input.training(), profile, input);
        }
        if (input.rep() != null) {
            return keepEmployment(input.rep(), profile, input);
        }
        if (input.deal() != null) {
            keepDeal(input.deal(), profile, input);
        } else if (input.quota() != null) {
            keepQuota(input.quota(), profile, input);
        } else if (input.content() != null) {
            keepContent(input.content(), profile, input);
        } else {
            kept.freeze(input.frozen(), timers());
        }
        return profile;
    }

    private void keepDeal(PackedSubject deal, RepProfile profile, RepInput input) throws Exception {
        Subject before = deals.of(deal.name());
        Subject after = deal.unpack();
        if (after.postings().isEmpty()) {
            deals.remove(deal.name());
        } else {
            deals.keep(deal);
        }
        restate(before, after, profile, input);
    }

    private void keepQuota(QuotaEvent event, RepProfile profile, RepInput input) throws Exception {
        QuotaHistory before = quotas(input);
        Insertion<QuotaEvent> insertion = before.with(event, quotaCodec::message);
        Refused.report(insertion, event, quotaCodec, this);
        if (!insertion.changed()) {
            return;
        }
        QuotaHistory after = new QuotaHistory(insertion.events());
        quotas.keep(before.events(), after.events());
        Change.between(
                before.versions(),
                after.versions(),
                QuotaVersion::identity,
                change -> send(QUOTAS, change));
        restate(quota(before, profile.tenures()), quota(after, profile.tenures()), profile, input);
    }

    private void keepContent(ContentEvent event, RepProfile profile, RepInput input)
            throws Exception {
        if (kept.isFrozen(event, timers())) {
            Refused.frozen(event, contentCodec, this);
            return;
        }
        Insertion<ContentEvent> insertion = content.with(event);
        Refused.report(insertion, event, contentCodec, this);
        if (!insertion.changed()) {
            return;
        }
        RepContent.Restated uses = content.keep(insertion);
        kept.keep(event, timers());
        restate(
                ContentUse.subject(uses.before()),
                ContentUse.subject(uses.after()),
                profile,
                input);
        contentMonths.add(ContentUse.changes(uses.before(), uses.after(), rules.calendar()));
    }

    /** Another label moves everything that the rep has; another employment moves the quota too. */
    private RepProfile keepEmployment(RepEvent event, RepProfile profile, RepInput input)
            throws Exception {
        RepHistory history = new RepHistory(employment.events(input.repId()));
        Insertion<RepEvent> insertion = history.with(event, repCodec::message);
        Refused.report(insertion, event, repCodec, this);
        if (!insertion.changed()) {
            return profile;
        }
        RepHistory changed = new RepHistory(insertion.events());
        employment.keep(history.events(), changed.events());
        Tenures before = profile.tenures();
        Tenures after = changed.tenures(rules.calendar());
        if (after.equals(before)) {
            return profile;
        }
        RepProfile moved = new RepProfile(after, profile.exposures());
        profiles.update(moved);
        Change.between(
                before.tenures(),
                after.tenures(),
                tenure -> tenure.span().from(),
                change -> send(TENURES, change));
        for (Subject deal : deals.all()) {
            move(deal, before, deal, moved, input);
        }
        QuotaHistory quota = quotas(input);
        move(quota(quota, before), before, quota(quota, after), moved, input);
        moveTrainings(trainings(input), before, moved, input);
        Subject uses = ContentUse.subject(content.all(event.repId()));
        move(uses, before, uses, moved, input);
        return moved;
    }

    private void moveTrainings(
            TrainingHistory history, Tenures tenuresBefore, RepProfile profile, RepInput input)
            throws Exception {
        Map<String, List<Posting>> adds = TrainingFacts.postings(history, rules.calendar());
        for (String programme : adds.keySet()) {
            Subject subject = training(programme, adds);
            move(subject, tenuresBefore, subject, profile, input);
        }
    }

    /** Another exposure moves all months of the rep from one cohort to another. */
    private RepProfile keepTraining(TrainingEvent event, RepProfile profile, RepInput input)
            throws Exception {
        TrainingHistory history = trainings(input);
        Insertion<TrainingEvent> insertion = history.with(event, trainingCodec::message);
        Refused.report(insertion, event, trainingCodec, this);
        if (!insertion.changed()) {
            return profile;
        }
        TrainingHistory changed = new TrainingHistory(insertion.events());
        trainings.keep(history.events(), changed.events());
        Change.between(
                history.assignments(),
                changed.assignments(),
                Assignment::identity,
                change -> send(ASSIGNMENTS, change));
        RepProfile exposed = new RepProfile(profile.tenures(), changed.exposures(rules.calendar()));
        if (!exposed.equals(profile)) {
            profiles.update(exposed);
            expose(profile.exposures(), exposed.exposures(), input);
        }
        restateTrainings(history, changed, exposed, input);
        return exposed;
    }

    private void expose(List<Exposure> before, List<Exposure> after, RepInput input)
            throws Exception {
        Change.between(before, after, Exposure::identity, change -> send(EXPOSURES, change));
        months.settle(input.repId(), before);
        enterAndLeave(cohorts(before), cohorts(after), input);
    }

    private void restateTrainings(
            TrainingHistory before, TrainingHistory after, RepProfile profile, RepInput input)
            throws Exception {
        Map<String, List<Posting>> added = TrainingFacts.postings(before, rules.calendar());
        Map<String, List<Posting>> adds = TrainingFacts.postings(after, rules.calendar());
        Set<String> programmes = new TreeSet<>(added.keySet());
        programmes.addAll(adds.keySet());
        for (String programme : programmes) {
            restate(training(programme, added), training(programme, adds), profile, input);
        }
    }

    private void enterAndLeave(List<Cohort> before, List<Cohort> after, RepInput input)
            throws Exception {
        for (Cohort cohort : before) {
            if (!after.contains(cohort)) {
                send(MEMBERSHIPS, membership(cohort, -1, input));
                months.leave(cohort);
            }
        }
        for (Cohort cohort : after) {
            if (!before.contains(cohort)) {
                send(MEMBERSHIPS, membership(cohort, 1, input));
                months.enter(cohort);
            }
        }
    }

    private void restate(Subject before, Subject after, RepProfile profile, RepInput input)
            throws Exception {
        move(before, profile.tenures(), after, profile, input);
    }

    private void move(
            Subject before,
            Tenures tenuresBefore,
            Subject after,
            RepProfile profile,
            RepInput input)
            throws Exception {
        List<Entry> entries =
                Restatement.between(
                        before, tenuresBefore, after, profile.tenures(), rules.calendar());
        months.add(entries, after.name(), input);
    }

    private TrainingHistory trainings(RepInput input) throws Exception {
        return new TrainingHistory(trainings.events(input.repId()));
    }

    private QuotaHistory quotas(RepInput input) throws Exception {
        return new QuotaHistory(quotas.events(input.repId()));
    }

    private Subject quota(QuotaHistory history, Tenures tenures) {
        return Subject.of(Subject.QUOTA, history.postings(tenures, rules));
    }

    private static Subject training(String programme, Map<String, List<Posting>> adds) {
        return Subject.ofTrainings(programme, adds.getOrDefault(programme, List.of()));
    }

    private static Membership membership(Cohort cohort, int amount, RepInput input) {
        return new Membership(input.repId(), cohort, amount, input.cause());
    }

    private static List<Cohort> cohorts(List<Exposure> exposures) {
        return exposures.stream().map(Exposure::cohortOf).toList();
    }

    private static <T> T orElse(T value, T other) {
        return value == null ? other : value;
    }
}
