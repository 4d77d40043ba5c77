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
import io.enablement.domain.rep.Subject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Keeps the history of each deal and tells each rep what the deal adds to the rep's numbers. */
public final class FoldDeals extends KeyedProcessFunction<String, DealEvent, RepInput> {

    public static final OutputTag<Change<Deal>> DEALS = new OutputTag<>("deals") {};
    public static final OutputTag<Change<StageTime>> STAGES = new OutputTag<>("stages") {};

    private static final long serialVersionUID = 1;

    private final Rules rules;
    private final EventCodec<DealEvent> codec;

    /** All events of the deal; never cleared. */
    private transient History<DealEvent> history;

    public FoldDeals(Rules rules, EventCodec<DealEvent> codec) {
        this.rules = rules;
        this.codec = codec;
    }

    @Override
    public void open(OpenContext context) {
        history = new History<>("history", getRuntimeContext(), codec);
    }

    @Override
    public void processElement(DealEvent event, Context context, Collector<RepInput> out)
            throws Exception {
        DealHistory before = new DealHistory(history.events(event.dealId()));
        Insertion<DealEvent> insertion = before.with(event, codec::message);
        Refused.report(insertion, event, codec, context);
        if (!insertion.changed()) {
            return;
        }
        DealHistory after = new DealHistory(insertion.events());
        history.keep(before.events(), after.events());
        emit(DealChange.between(before, after), event.cause(), context, out);
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
