package io.enablement.streaming.state;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Retention;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/** Drops the content events of an aggregate that are too old to be touched. */
final class ContentRetention {

    private final Retention retention;
    private final RepContent content;

    /** Content that was recorded earlier is dropped; never cleared. */
    private final ValueState<Long> contentFrom;

    ContentRetention(Retention retention, RuntimeContext context, RepContent content) {
        this.retention = retention;
        this.content = content;
        contentFrom = context.getState(new ValueStateDescriptor<>("content-from", Types.LONG));
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

    /**
     * Tells whether any is left.
     *
     * @param repId empty for content that only a buyer used
     */
    boolean drop(String repId, TimerService timers) throws Exception {
        long from = retention.startMicros(timers.currentWatermark());
        if (content.drop(repId, from)) {
            contentFrom.update(from);
        }
        return !content.isEmpty();
    }
}
