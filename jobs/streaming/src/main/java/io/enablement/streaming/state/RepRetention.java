package io.enablement.streaming.state;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Retention;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * Drops, once in 90 days for each rep, what each single deal and content use has added: it remains
 * in the months of the rep, under the labels of that time. A later change of label moves what is
 * still kept; a cohort is entered and left with whole months all the same. Trainings, employment
 * and quotas are few and stay.
 */
final class RepRetention {

    private static final long PAUSE_MILLIS = TimeUnit.DAYS.toMillis(90);

    private final Retention retention;
    private final RepDeals deals;
    private final RepContent content;

    /** Since when each deal is frozen; removed with what the deal adds. */
    private final MapState<String, Long> frozenDeals;

    /** When to look next; cleared when there is nothing to drop. */
    private final ValueState<Long> next;

    /** Content that was recorded earlier is dropped; never cleared. */
    private final ValueState<Long> contentFrom;

    RepRetention(Retention retention, RuntimeContext context, RepDeals deals, RepContent content) {
        this.retention = retention;
        this.deals = deals;
        this.content = content;
        frozenDeals =
                context.getMapState(
                        new MapStateDescriptor<>("frozen-deals", Types.STRING, Types.LONG));
        next = context.getState(new ValueStateDescriptor<>("next-look", Types.LONG));
        contentFrom = context.getState(new ValueStateDescriptor<>("content-from", Types.LONG));
    }

    /** The deal goes when all sources have come as far as that of the deals. */
    void freeze(FrozenDeal deal, TimerService timers) throws Exception {
        frozenDeals.put(deal.dealId(), deal.sinceMillis());
        look(deal.sinceMillis(), timers);
    }

    /** The event belongs among content that is dropped. */
    boolean isFrozen(ContentEvent use, TimerService timers) throws Exception {
        long watermark = timers.currentWatermark();
        long recorded = use.envelope().recordedAtMicros();
        if (watermark == Long.MIN_VALUE || recorded >= retention.startMicros(watermark)) {
            return false;
        }
        Long from = contentFrom.value();
        return from != null && recorded < from;
    }

    void keep(ContentEvent use, TimerService timers) throws Exception {
        look(TimeUnit.MICROSECONDS.toMillis(use.envelope().recordedAtMicros()), timers);
    }

    void drop(String repId, TimerService timers) throws Exception {
        long millis = timers.currentWatermark();
        next.clear();
        boolean waits = dropDeals(millis);
        long from = retention.startMicros(millis);
        if (content.drop(repId, from)) {
            contentFrom.update(from);
        }
        if (waits || !content.isEmpty()) {
            look(millis, timers);
        }
    }

    /** Whether there are some whose time has not come. */
    private boolean dropDeals(long millis) throws Exception {
        boolean waits = false;
        Iterator<Map.Entry<String, Long>> frozen = frozenDeals.iterator();
        while (frozen.hasNext()) {
            Map.Entry<String, Long> deal = frozen.next();
            if (deal.getValue() > millis) {
                waits = true;
            } else {
                deals.remove(deal.getKey());
                frozen.remove();
            }
        }
        return waits;
    }

    /** A time that lies behind was that of a run which has ended. */
    private void look(long millis, TimerService timers) throws Exception {
        Long planned = next.value();
        if (planned != null && planned > timers.currentWatermark()) {
            return;
        }
        long from = Math.max(millis, timers.currentWatermark());
        long later = (Math.floorDiv(from, PAUSE_MILLIS) + 1) * PAUSE_MILLIS;
        timers.registerEventTimeTimer(later);
        next.update(later);
    }
}
