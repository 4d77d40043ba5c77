package io.enablement.streaming.state;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keeps what comes, and tells what follows from it once for each key however often it changes:
 * before each checkpoint, at the end of the input, and when many keys wait. Nothing waits behind a
 * checkpoint barrier, therefore what waits is no state.
 */
abstract class RestateAtCheckpoint<I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>,
                BoundedOneInput,
                Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1;
    private static final int MOST_KEYS = 10_000;

    private transient Set<String> waiting;
    private transient TimerService timers;

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new LinkedHashSet<>();
        timers =
                new SimpleTimerService(
                        getInternalTimerService("timers", VoidNamespaceSerializer.INSTANCE, this));
    }

    @Override
    public final void processElement(StreamRecord<I> element) throws Exception {
        String key = (String) getCurrentKey();
        if (keep(element.getValue(), key)) {
            waiting.add(key);
        }
        if (waiting.size() >= MOST_KEYS) {
            restateAll();
        }
    }

    @Override
    public final void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        restateAll();
    }

    @Override
    public final void endInput() throws Exception {
        restateAll();
    }

    @Override
    public final void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        if (timers.currentWatermark() != Long.MAX_VALUE) { // the end of the input, no time
            drop();
        }
    }

    @Override
    public final void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new UnsupportedOperationException("No number depends on the clock");
    }

    /** Tells whether something else follows for the key now. */
    abstract boolean keep(I input, String key) throws Exception;

    /** Sends what follows for the key. */
    abstract void restate(String key) throws Exception;

    /** Forgets what is too old. */
    abstract void drop() throws Exception;

    final TimerService timers() {
        return timers;
    }

    final void send(O value) {
        output.collect(new StreamRecord<>(value));
    }

    private void restateAll() throws Exception {
        for (String key : waiting) {
            setCurrentKey(key);
            restate(key);
        }
        waiting.clear();
    }
}
