package io.enablement.streaming.state;

import io.enablement.domain.attribution.FollowedDeal;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealHistory;
import io.enablement.domain.deal.GrowingDeal;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.PackedEvent;
import io.enablement.domain.event.Retention;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the history of each deal and tells of those whose touches may count, because they are
 * closed or were merged into another deal. An open deal costs nothing behind this.
 */
public final class FollowDeals extends KeyedProcessFunction<String, PackedEvent, FollowedChange> {

    private static final long serialVersionUID = 1;

    private final Rules rules;
    private final Retention retention;
    private final EventCodec<DealEvent> codec;

    /** All events of the deal; cleared when it is frozen. */
    private transient History<DealEvent> history;

    private transient DealRetention kept;

    public FollowDeals(Rules rules, Retention retention, EventCodec<DealEvent> codec) {
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
    public void processElement(PackedEvent packed, Context context, Collector<FollowedChange> out)
            throws Exception {
        DealEvent event = codec.unpack(packed);
        DealHistory before = new DealHistory(history.events(event.dealId()));
        if (kept.isFrozen(before)) {
            Refused.countFrozen(event, context::output);
            return;
        }
        GrowingDeal growing = new GrowingDeal(event.dealId(), before);
        Deal dealBefore = growing.deal();
        Optional<FollowedDeal> followed = FollowedDeal.of(dealBefore, rules);
        Insertion<DealEvent> insertion = growing.add(event, codec::message);
        Refused.count(insertion, event, context::output);
        if (!insertion.changed()) {
            return;
        }
        Deal after = growing.deal();
        history.keep(before.events(), growing.history().events());
        send(followed, FollowedDeal.of(after, rules), out);
        kept.plan(dealBefore, after, growing.history(), context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<FollowedChange> out)
            throws Exception {
        if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
            return; // the end of the input, at which nothing was recorded
        }
        DealHistory last = new DealHistory(history.events(context.getCurrentKey()));
        if (last.events().isEmpty()) {
            kept.forget();
            return;
        }
        out.collect(FollowedChange.frozen(context.getCurrentKey(), timestamp));
        history.clear();
        kept.freeze(timestamp, context.timerService());
    }

    private static void send(
            Optional<FollowedDeal> before,
            Optional<FollowedDeal> after,
            Collector<FollowedChange> out) {
        if (after.equals(before)) {
            return;
        }
        before.filter(deal -> after.isEmpty() || !deal.countsAs(after.get()))
                .ifPresent(deal -> out.collect(FollowedChange.left(deal)));
        after.ifPresent(deal -> out.collect(FollowedChange.followed(deal)));
    }
}
