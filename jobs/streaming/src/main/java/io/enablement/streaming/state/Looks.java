package io.enablement.streaming.state;

import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/** When to look, once in 90 days for each key, for what is too old to be kept. */
final class Looks {

    private static final long PAUSE_MILLIS = TimeUnit.DAYS.toMillis(90);

    /** When to look next; cleared when there is nothing to drop. */
    private final ValueState<Long> next;

    Looks(RuntimeContext context) {
        next = context.getState(new ValueStateDescriptor<>("next-look", Types.LONG));
    }

    /** A time that lies behind was that of a run which has ended. */
    void plan(long millis, TimerService timers) throws Exception {
        Long planned = next.value();
        if (planned != null && planned > timers.currentWatermark()) {
            return;
        }
        long from = Math.max(millis, timers.currentWatermark());
        long later = (Math.floorDiv(from, PAUSE_MILLIS) + 1) * PAUSE_MILLIS;
        timers.registerEventTimeTimer(later);
        next.update(later);
    }

    void clear() {
        next.clear();
    }
}
