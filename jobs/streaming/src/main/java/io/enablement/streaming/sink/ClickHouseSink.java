package io.enablement.streaming.sink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreWriteTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes rows into ClickHouse exactly once: they become visible with the checkpoint that contains
 * their inputs, and a repeated commit changes nothing.
 *
 * <p>Rows go to a writer by table and key; {@link MarkCheckpoints} says where a checkpoint ends;
 * {@link CutBlocks} cuts blocks there; {@link CommitCheckpoints} inserts them once the checkpoint
 * is complete and publishes it. One job has one such sink for all of its tables.
 */
public final class ClickHouseSink
        implements Sink<Row>,
                SupportsPreWriteTopology<Row>,
                SupportsCommitter<Block>,
                SupportsPreCommitTopology<Block, Block> {
    private static final long serialVersionUID = 1;

    private final SinkSettings settings;
    private final ArrayList<Table> tables;

    public ClickHouseSink(SinkSettings settings, List<Table> tables) {
        this.settings = settings;
        this.tables = new ArrayList<>(tables);
    }

    /** Refuses settings of Flink under which rows could be lost, doubled or held back for ever. */
    public static void check(ReadableConfig flink) {
        List<String> problems = new ArrayList<>();
        if (flink.getOptional(CheckpointingOptions.CHECKPOINTING_INTERVAL).isEmpty()) {
            problems.add("without checkpoints nothing would be written");
        }
        if (flink.get(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE)
                != CheckpointingMode.EXACTLY_ONCE) {
            problems.add("checkpoints must be exactly-once");
        }
        if (flink.get(CheckpointingOptions.ENABLE_UNALIGNED)) {
            problems.add(
                    "checkpoints must be aligned: rows that an unaligned one overtakes would belong to two");
        }
        if (flink.get(ExecutionOptions.RUNTIME_MODE) != RuntimeExecutionMode.STREAMING) {
            problems.add("the runtime mode must be STREAMING: batch runs have no checkpoints");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    @Override
    public DataStream<Row> addPreWriteTopology(DataStream<Row> rows) {
        check(rows.getExecutionEnvironment().getConfiguration());
        return rows.partitionCustom((spread, writers) -> spread % writers, Row::spread)
                .transform(
                        "Mark the end of checkpoints",
                        rows.getType(),
                        new MarkCheckpoints(settings))
                .uid("mark-checkpoints");
    }

    @Override
    public SinkWriter<Row> createWriter(WriterInitContext context) {
        return new CutBlocks(settings, tables, context.getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public Committer<Block> createCommitter(CommitterInitContext context) throws IOException {
        return CommitCheckpoints.start(
                settings,
                tables,
                context.getRestoredCheckpointId(),
                context.getTaskInfo().getIndexOfThisSubtask(),
                context.getTaskInfo().getNumberOfParallelSubtasks());
    }

    @Override
    public SimpleVersionedSerializer<Block> getCommittableSerializer() {
        return new BlockSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Block> getWriteResultSerializer() {
        return new BlockSerializer();
    }

    /**
     * All blocks go to one committer, which therefore knows when a checkpoint is complete. A step
     * behind the committers would not: Flink loses what they report after the end of the input
     * (FLINK-38614).
     */
    @Override
    public DataStream<CommittableMessage<Block>> addPreCommitTopology(
            DataStream<CommittableMessage<Block>> blocks) {
        return blocks.global();
    }
}
