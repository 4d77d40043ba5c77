package io.enablement.streaming.sink;

import java.io.IOException;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableSummary;
import org.apache.flink.streaming.api.connector.sink2.CommittableWithLineage;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Publishes each checkpoint once all committers have inserted its blocks.
 *
 * <p>It keeps nothing in Flink's state. A report that reaches it before a checkpoint is either
 * acted upon before that checkpoint, or another committer had not committed yet; that one has the
 * blocks in the checkpoint and reports again after a restart.
 */
final class PublishCheckpoints extends AbstractStreamOperator<Void>
        implements OneInputStreamOperator<CommittableMessage<Block>, Void> {
    private static final long serialVersionUID = 1;

    private final SinkSettings settings;
    private transient ClickHouse clickHouse;
    private transient PipelineStatus status;
    private transient SpilledBlocks spilledBlocks;
    private transient CommittedCheckpoints committed;
    private transient boolean spilled;

    PublishCheckpoints(SinkSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        clickHouse = new ClickHouse(settings.clickHouse());
        status = new PipelineStatus(clickHouse, settings);
        spilledBlocks = new SpilledBlocks(settings);
        committed = new CommittedCheckpoints();
        spilledBlocks.deleteUpTo(status.published());
    }

    @Override
    public void processElement(StreamRecord<CommittableMessage<Block>> element) throws IOException {
        CommittableMessage<Block> message = element.getValue();
        if (message instanceof CommittableSummary<Block> summary) {
            committed.committed(
                    summary.getCheckpointId(),
                    summary.getSubtaskId(),
                    summary.getNumberOfSubtasks());
        }
        if (message instanceof CommittableWithLineage<Block> committable) {
            remember(committable.getCommittable(), committable.getSubtaskId());
        }
        publishComplete();
    }

    @Override
    public void close() throws Exception {
        if (clickHouse != null) {
            clickHouse.close();
        }
        super.close();
    }

    private void remember(Block block, int committer) {
        spilled |= block.isSpilled();
        if (block.isEnd()) {
            committed.ended(committer);
        }
    }

    private void publishComplete() throws IOException {
        for (long checkpoint : committed.takeComplete()) {
            status.publish(checkpoint);
            deleteSpilledUpTo(checkpoint);
        }
    }

    private void deleteSpilledUpTo(long published) throws IOException {
        if (spilled) {
            spilledBlocks.deleteUpTo(published);
            spilled = false;
        }
    }
}
