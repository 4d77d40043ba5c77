package io.enablement.streaming.sink;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Puts a mark with the checkpoint's number behind its last row: an operator is told the number
 * before the checkpoint, a sink's writer is not.
 */
final class MarkCheckpoints extends AbstractStreamOperator<Row>
        implements OneInputStreamOperator<Row, Row>, BoundedOneInput {
    private static final long serialVersionUID = 1;

    private final SinkSettings settings;

    /** Which generation this line of checkpoints writes; never cleared. */
    private transient ListState<Long> generation;

    /** With which settings that decide numbers it is written; never cleared. */
    private transient ListState<String> decisions;

    private transient long lastCheckpoint;
    private transient boolean ended;

    MarkCheckpoints(SinkSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        lastCheckpoint = context.getRestoredCheckpointId().orElse(PipelineStatus.NOTHING);
        generation =
                context.getOperatorStateStore()
                        .getUnionListState(new ListStateDescriptor<>("generation", Types.LONG));
        decisions =
                context.getOperatorStateStore()
                        .getUnionListState(new ListStateDescriptor<>("decisions", Types.STRING));
        for (long written : generation.get()) {
            StartCheck.refuseOtherGeneration(settings, written);
        }
        for (String decided : decisions.get()) {
            StartCheck.refuseOtherDecisions(settings, decided);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        generation.update(List.of(settings.generation()));
        decisions.update(List.of(settings.decisions()));
    }

    @Override
    public void processElement(StreamRecord<Row> element) {
        output.collect(element);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        if (!ended) {
            mark(checkpoint);
        }
    }

    /** Numbers the last rows as Flink's sink numbers them. */
    @Override
    public void endInput() {
        ended = true;
        mark(lastCheckpoint + 1);
    }

    private void mark(long checkpoint) {
        lastCheckpoint = checkpoint;
        output.collect(new StreamRecord<>(Row.mark(checkpoint)));
    }
}
