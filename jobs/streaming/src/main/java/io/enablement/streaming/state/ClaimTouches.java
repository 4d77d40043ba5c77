package io.enablement.streaming.state;

import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.attribution.Claims;
import io.enablement.domain.attribution.FollowedDeal;
import io.enablement.domain.attribution.LinkKey;
import io.enablement.domain.attribution.TouchWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Knows of each closed deal whose it was and which deals were merged into it, and claims touches
 * for it at the links through which they come.
 */
public final class ClaimTouches extends KeyedProcessFunction<String, FollowedChange, LinkInput> {

    public static final OutputTag<JourneyInput> CLOSED_DEALS = new OutputTag<>("closed-deals") {};

    private static final long serialVersionUID = 1;

    private final AttributionRules rules;

    /** The deal itself; cleared when it is not closed any more, or frozen. */
    private transient ValueState<FollowedDeal> closed;

    /** The deals that were merged into it; cleared when they are not any more, or it is frozen. */
    private transient MapState<String, FollowedDeal> merged;

    public ClaimTouches(AttributionRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        TypeInformation<FollowedDeal> deals = TypeInformation.of(FollowedDeal.class);
        closed = getRuntimeContext().getState(new ValueStateDescriptor<>("closed", deals));
        merged =
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>("merged", Types.STRING, deals));
    }

    @Override
    public void processElement(FollowedChange change, Context context, Collector<LinkInput> out)
            throws Exception {
        switch (change.kind()) {
            case FOLLOWED -> follow(change.deal(), context, out);
            case LEFT -> leave(change.deal(), context, out);
            case FROZEN -> freeze(change.frozenMillis(), context, out);
        }
    }

    private void follow(FollowedDeal deal, Context context, Collector<LinkInput> out)
            throws Exception {
        Map<LinkKey, List<TouchWindow>> before = claims();
        if (deal.isMerged()) {
            merged.put(deal.dealId(), deal);
        } else {
            closed.update(deal);
            context.output(CLOSED_DEALS, JourneyInput.closed(deal.closed()));
        }
        send(before, context.getCurrentKey(), out);
    }

    private void leave(FollowedDeal deal, Context context, Collector<LinkInput> out)
            throws Exception {
        Map<LinkKey, List<TouchWindow>> before = claims();
        if (deal.isMerged()) {
            merged.remove(deal.dealId());
        } else {
            closed.clear();
            context.output(CLOSED_DEALS, JourneyInput.notClosed(deal.dealId()));
        }
        send(before, context.getCurrentKey(), out);
    }

    private void freeze(long sinceMillis, Context context, Collector<LinkInput> out)
            throws Exception {
        String dealId = context.getCurrentKey();
        for (LinkKey link : claims().keySet()) {
            out.collect(LinkInput.frozen(link, dealId, sinceMillis));
        }
        context.output(CLOSED_DEALS, JourneyInput.frozen(dealId, sinceMillis));
        closed.clear();
        merged.clear();
    }

    private void send(
            Map<LinkKey, List<TouchWindow>> before, String dealId, Collector<LinkInput> out)
            throws Exception {
        Map<LinkKey, List<TouchWindow>> after = claims();
        for (LinkKey link : before.keySet()) {
            if (!after.containsKey(link)) {
                out.collect(LinkInput.left(link, dealId));
            }
        }
        after.forEach(
                (link, windows) -> {
                    if (!windows.equals(before.get(link))) {
                        out.collect(LinkInput.claimed(link, dealId, windows));
                    }
                });
    }

    private Map<LinkKey, List<TouchWindow>> claims() throws Exception {
        FollowedDeal deal = closed.value();
        if (deal == null) {
            return Map.of();
        }
        List<FollowedDeal> others = new ArrayList<>();
        merged.values().forEach(others::add);
        return Claims.of(deal, others, rules);
    }
}
