package io.enablement.streaming.state;

import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealChange;
import io.enablement.domain.deal.DealFacts;
import io.enablement.domain.deal.DealHistory;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.deal.StageTime;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.Retention;
import io.enablement.domain.rep.Subject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the history of each deal and tells each rep what the deal adds to the rep's numbers. The
 * history of a deal that is over is dropped once only events could touch it that are too late: its
 * rows and what it has added stay as they are, and the live rows remain a function of the set of
 * events as long as no event arrives for such a deal. One that does is a dead letter.
 */
public final class FoldDeals extends KeyedProcessFunction<String, DealEvent, RepInput> {

    public static final OutputTag<Change<Deal>> DEALS = new OutputTag<>("deals") {};
    public static final OutputTag<Change<StageTime>> STAGES = new OutputTag<>("stages") {};

    private static final long serialVersionUID = 1;

    private final Rules rules;
    private final Retention retention;
    private final EventCodec<DealEvent> codec;

    /** All events of the deal; cleared when it is frozen. */
    private transient History<DealEvent> history;

    private transient DealRetention kept;

    public FoldDeals(Rules rules, Retention retention, EventCodec<DealEvent> codec) {
        this.rules = rules;
        this.retention = retention;
        this.codec = codec;
    }

    @Override
    public void open(OpenContext context) {
        history = new History<>("history", getRuntimeContext(), codec);
        kept = new DealRetention(retention, getRuntimeContext());
    }

    @Override
    public void processElement(DealEvent event, Context context, Collector<RepInput> out)
            throws Exception {
        DealHistory before = new DealHistory(history.events(event.dealId()));
        if (kept.isFrozen(before)) {
            Refused.frozen(event, codec, context);
            return;
        }
        Insertion<DealEvent> insertion = before.with(event, codec::message);
        Refused.report(insertion, event, codec, context);
        if (!insertion.changed()) {
            return;
        }
        DealHistory after = new DealHistory(insertion.events());
        history.keep(before.events(), after.events());
        DealChange change = DealChange.between(before, after);
        emit(change, event.cause(), context, out);
        kept.plan(change.after(), after, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<RepInput> out)
            throws Exception {
        if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
            return; // the end of the input, at which nothing was recorded
        }
        DealHistory last = new DealHistory(history.events(context.getCurrentKey()));
        if (last.events().isEmpty()) {
            kept.forget();
            return;
        }
        FrozenDeal frozen = new FrozenDeal(context.getCurrentKey(), timestamp);
        DealFacts.postings(last.deal(), rules)
                .keySet()
                .forEach(rep -> out.collect(RepInput.of(rep, frozen)));
        history.clear();
        kept.freeze(timestamp, context.timerService());
    }

    private void emit(DealChange change, Cause cause, Context context, Collector<RepInput> out) {
        Deal before = change.before();
        Deal after = change.after();
        context.output(DEALS, Change.to(after));
        Change.between(
                before.stageTimes(rules.calendar()),
                after.stageTimes(rules.calendar()),
                StageTime::stage,
                stage -> context.output(STAGES, stage));

        Map<String, List<Posting>> addedBefore = DealFacts.postings(before, rules);
        Map<String, List<Posting>> adds = DealFacts.postings(after, rules);
        boolean sameType = before.creation().dealType().equals(after.creation().dealType());
        TreeSet<String> reps = new TreeSet<>(addedBefore.keySet());
        reps.addAll(adds.keySet());
        for (String rep : reps) {
            List<Posting> postings = adds.getOrDefault(rep, List.of());
            if (!sameType || !postings.equals(addedBefore.get(rep))) {
                Subject deal =
                        Subject.ofDeal(after.dealId(), after.creation().dealType(), postings);
                out.collect(RepInput.of(rep, deal, cause));
            }
        }
    }
}
