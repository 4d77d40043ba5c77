package io.enablement.streaming.aggregate;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Combines what has the same key before it is sent on, so that one key costs one record however
 * often it changes. Nothing stays behind a checkpoint barrier, therefore there is no state; the
 * memory is bounded by the number of keys.
 */
public final class CombineUntilCheckpoint<K, T> extends AbstractStreamOperator<T>
        implements OneInputStreamOperator<T, T>, BoundedOneInput {

    private static final long serialVersionUID = 1;
    private static final int MOST_KEYS = 10_000;

    private final Key<T, K> key;
    private final Combination<T> combination;
    private transient Map<K, T> pending;

    /** What a record is combined by. */
    public interface Key<T, K> extends Function<T, K>, Serializable {}

    /** Makes one of an earlier and a later record of the same key. */
    public interface Combination<T> extends BinaryOperator<T>, Serializable {

        /** The later record replaces the earlier one. */
        static <T> Combination<T> last() {
            return (earlier, later) -> later;
        }
    }

    public CombineUntilCheckpoint(Key<T, K> key, Combination<T> combination) {
        this.key = key;
        this.combination = combination;
    }

    @Override
    public void open() throws Exception {
        super.open();
        pending = new LinkedHashMap<>();
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        T value = element.getValue();
        pending.merge(key.apply(value), value, combination);
        if (pending.size() >= MOST_KEYS) {
            sendOn();
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        sendOn();
    }

    @Override
    public void endInput() {
        sendOn();
    }

    private void sendOn() {
        pending.values().forEach(value -> output.collect(new StreamRecord<>(value)));
        pending.clear();
    }
}
