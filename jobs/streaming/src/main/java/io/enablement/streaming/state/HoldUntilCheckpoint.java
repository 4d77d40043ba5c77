package io.enablement.streaming.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Holds what comes for each key and works through all of it at once, in the order of its arrival:
 * before each checkpoint, before a timer of the key, at the end of the input, and when much is
 * held. State is read and written, and rows are sent, once for all of it. Nothing is held behind a
 * checkpoint barrier, therefore what is held is no state.
 */
abstract class HoldUntilCheckpoint<I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>,
                BoundedOneInput,
                Triggerable<String, VoidNamespace>,
                SideOutput {

    private static final long serialVersionUID = 1;

    /** Some 15 MB of packed inputs; more would be copied by the garbage collector too often. */
    private static final int MOST_HELD = 60_000;

    private transient Map<String, List<I>> held;
    private transient int size;
    private transient TimerService timers;

    @Override
    public void open() throws Exception {
        super.open();
        held = new LinkedHashMap<>();
        timers =
                new SimpleTimerService(
                        getInternalTimerService(
                                "user-timers", VoidNamespaceSerializer.INSTANCE, this));
    }

    @Override
    public final void processElement(StreamRecord<I> element) throws Exception {
        held.computeIfAbsent((String) getCurrentKey(), key -> new ArrayList<>(2))
                .add(element.getValue());
        size++;
        if (size >= MOST_HELD) {
            releaseAll();
        }
    }

    @Override
    public final void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        releaseAll();
        sendRest();
    }

    /** What is held came before the end of time, whatever follows from that. */
    @Override
    public final void processWatermark(Watermark mark) throws Exception {
        if (mark.equals(Watermark.MAX_WATERMARK)) {
            releaseAll();
        }
        super.processWatermark(mark);
    }

    @Override
    public final void endInput() throws Exception {
        releaseAll();
        sendRest();
    }

    @Override
    public final void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        if (timers.currentWatermark() == Long.MAX_VALUE) {
            return; // the end of the input, at which nothing was recorded
        }
        List<I> inputs = held.remove(timer.getKey());
        if (inputs != null) {
            size -= inputs.size();
            work(timer.getKey(), inputs);
        }
        onTime(timer.getKey(), timer.getTimestamp());
    }

    @Override
    public final void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new UnsupportedOperationException("No number depends on the clock");
    }

    /** Takes what has come for a key since the last time, at least one input. */
    abstract void work(String key, List<I> inputs) throws Exception;

    /** Sends what has been kept of all that was worked through, if anything has. */
    void sendRest() {}

    /** A timer of the key is due; nothing is held for it. */
    abstract void onTime(String key, long timestamp) throws Exception;

    final TimerService timers() {
        return timers;
    }

    final void send(O value) {
        output.collect(new StreamRecord<>(value));
    }

    @Override
    public final <T> void send(OutputTag<T> tag, T value) {
        output.collect(tag, new StreamRecord<>(value));
    }

    private void releaseAll() throws Exception {
        Map<String, List<I>> all = held;
        held = new LinkedHashMap<>();
        size = 0;
        for (Map.Entry<String, List<I>> inputs : all.entrySet()) {
            setCurrentKey(inputs.getKey());
            work(inputs.getKey(), inputs.getValue());
        }
    }
}
