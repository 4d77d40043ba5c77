package io.enablement.streaming.state;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Retention;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * Drops, once in 90 days for each rep, what each single deal and content use has added: it remains
 * in the months of the rep, under the labels of that time. A later change of label moves what is
 * still kept; a cohort is entered and left with whole months all the same. Trainings, employment
 * and quotas are few and stay.
 */
final class RepRetention {

    private final RepDeals deals;
    private final ContentRetention content;
    private final Looks looks;

    /** Since when each deal is frozen; removed with what the deal adds. */
    private final MapState<String, Long> frozenDeals;

    RepRetention(Retention retention, RuntimeContext context, RepDeals deals, RepContent content) {
        this.deals = deals;
        this.content = new ContentRetention(retention, context, content);
        looks = new Looks(context);
        frozenDeals =
                context.getMapState(
                        new MapStateDescriptor<>("frozen-deals", Types.STRING, Types.LONG));
    }

    /** The deal goes when all sources have come as far as that of the deals. */
    void freeze(FrozenDeal deal, TimerService timers) throws Exception {
        frozenDeals.put(deal.dealId(), deal.sinceMillis());
        looks.plan(deal.sinceMillis(), timers);
    }

    /** The event belongs among content that is dropped. */
    boolean isFrozen(ContentEvent use, TimerService timers) throws Exception {
        return content.isFrozen(use, timers);
    }

    void keep(ContentEvent use, TimerService timers) throws Exception {
        looks.plan(TimeUnit.MICROSECONDS.toMillis(use.envelope().recordedAtMicros()), timers);
    }

    void drop(String repId, TimerService timers) throws Exception {
        long millis = timers.currentWatermark();
        looks.clear();
        boolean dealsWait = dropDeals(millis);
        boolean contentWaits = content.drop(repId, timers);
        if (dealsWait || contentWaits) {
            looks.plan(millis, timers);
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
}
