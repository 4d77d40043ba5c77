package io.enablement.streaming.state;

import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealFacts;
import io.enablement.domain.deal.DealHistory;
import io.enablement.domain.deal.GrowingDeal;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.deal.StageTime;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.PackedEvent;
import io.enablement.domain.event.Retention;
import io.enablement.domain.rep.Subject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the history of each deal and tells each rep what the deal adds to the rep's numbers. The
 * history of a deal that is over is dropped once only events could touch it that are too late: its
 * rows and what it has added stay as they are, and the live rows remain a function of the set of
 * events as long as no event arrives for such a deal. One that does is a dead letter.
 */
public final class FoldDeals extends HoldUntilCheckpoint<PackedEvent, RepInput> {

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
    public void open() throws Exception {
        super.open();
        history = new History<>("history", getRuntimeContext(), codec);
        kept = new DealRetention(retention, getRuntimeContext());
    }

    @Override
    void work(String dealId, List<PackedEvent> events) throws Exception {
        DealHistory before = new DealHistory(history.events(dealId));
        if (kept.isFrozen(before)) {
            events.forEach(event -> Refused.frozen(codec.unpack(event), codec, this));
            return;
        }
        GrowingDeal growing = new GrowingDeal(dealId, before);
        Deal dealBefore = growing.deal();
        Deal deal = dealBefore;
        Map<String, Subject> added = subjects(deal);
        for (PackedEvent packed : events) {
            DealEvent event = codec.unpack(packed);
            Insertion<DealEvent> insertion = growing.add(event, codec::message);
            Refused.report(insertion, event, codec, this);
            if (insertion.changed()) {
                deal = growing.deal();
                Map<String, Subject> adds = subjects(deal);
                tellReps(added, adds, event.cause());
                added = adds;
            }
        }
        DealHistory after = growing.history();
        if (after == before) {
            return;
        }
        history.keep(before.events(), after.events());
        show(dealBefore, deal);
        kept.plan(dealBefore, deal, after, timers());
    }

    @Override
    void onTime(String dealId, long timestamp) throws Exception {
        if (!kept.isDue(timestamp)) {
            kept.setAgain(timestamp, timers());
            return; // something came before it
        }
        DealHistory last = new DealHistory(history.events(dealId));
        if (last.events().isEmpty()) {
            kept.forget();
            return;
        }
        FrozenDeal frozen = new FrozenDeal(dealId, timestamp);
        DealFacts.postings(last.deal(), rules)
                .keySet()
                .forEach(rep -> send(RepInput.of(rep, frozen)));
        history.clear();
        kept.freeze(timestamp, timers());
    }

    /** Each event tells the reps by itself what it changes, because it is the cause of that. */
    private void tellReps(Map<String, Subject> added, Map<String, Subject> adds, Cause cause) {
        adds.forEach(
                (rep, deal) -> {
                    if (!deal.equals(added.get(rep))) {
                        send(RepInput.of(rep, deal, cause));
                    }
                });
        added.forEach(
                (rep, deal) -> {
                    if (!adds.containsKey(rep)) {
                        send(RepInput.of(rep, Subject.empty(deal.name()), cause));
                    }
                });
    }

    /** What a deal adds to each rep. */
    private Map<String, Subject> subjects(Deal deal) {
        Map<String, Subject> subjects = new TreeMap<>();
        String type = deal.creation().dealType();
        DealFacts.postings(deal, rules)
                .forEach(
                        (rep, postings) ->
                                subjects.put(rep, Subject.ofDeal(deal.dealId(), type, postings)));
        return subjects;
    }

    private void show(Deal before, Deal after) {
        send(DEALS, Change.to(after));
        Change.between(
                before.stageTimes(rules.calendar()),
                after.stageTimes(rules.calendar()),
                StageTime::stage,
                stage -> send(STAGES, stage));
    }
}
