package io.enablement.streaming.state;

import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealHistory;
import io.enablement.domain.event.Retention;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * When the history of a deal that is over is dropped, because only events could touch it that are
 * too late.
 */
final class DealRetention {

    private final Retention retention;

    /**
     * When the history is dropped, and once it is, when this is: a deal that has it and no history
     * is frozen. Cleared when the deal is re-opened.
     */
    private final ValueState<Long> due;

    DealRetention(Retention retention, RuntimeContext context) {
        this.retention = retention;
        due = context.getState(new ValueStateDescriptor<>("due", Types.LONG));
    }

    boolean isFrozen(DealHistory history) throws Exception {
        return history.events().isEmpty() && due.value() != null;
    }

    /** Whether a timer is the one that was planned last. */
    boolean isDue(long timestamp) throws Exception {
        Long planned = due.value();
        return planned != null && planned == timestamp;
    }

    /** Sets a timer again that has fired before its moment, because this was put off. */
    void setAgain(long timestamp, TimerService timers) throws Exception {
        Long planned = due.value();
        if (planned != null && timestamp < planned) {
            timers.registerEventTimeTimer(planned);
        }
    }

    /**
     * A timer that is set stays until it fires, and is set again where its moment was put off:
     * taking it back would leave a tombstone in RocksDB, over which the next look at the earliest
     * timer steps, as over all others.
     */
    void plan(Deal before, Deal deal, DealHistory history, TimerService timers) throws Exception {
        if (!before.isOver() && !deal.isOver()) {
            return; // nothing was planned, and nothing is
        }
        if (!deal.isOver()) {
            due.clear();
            return;
        }
        plan(
                Math.max(
                        retention.endMillis(history.lastMicros()),
                        retention.graceMillis(timers.currentWatermark())),
                timers);
    }

    /** What tells that it is frozen goes as well, when nothing can ask for it any more. */
    void freeze(long timestamp, TimerService timers) throws Exception {
        due.clear(); // its timer has fired
        plan(retention.endMillis(TimeUnit.MILLISECONDS.toMicros(timestamp)), timers);
    }

    void forget() {
        due.clear();
    }

    private void plan(long millis, TimerService timers) throws Exception {
        Long former = due.value();
        if (former == null || millis < former) {
            timers.registerEventTimeTimer(millis);
        }
        if (former == null || millis != former) {
            due.update(millis);
        }
    }
}
