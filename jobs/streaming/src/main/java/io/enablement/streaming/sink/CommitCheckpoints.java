package io.enablement.streaming.sink;

import static org.apache.flink.util.Preconditions.checkState;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.sink2.Committer;

/**
 * Inserts the blocks of a completed checkpoint and then publishes it.
 *
 * <p>Flink hands over all blocks of one checkpoint at once, checkpoints in ascending order, and
 * those of the restored checkpoint again. Blocks that are there already change nothing: a published
 * checkpoint is skipped, and of any other ClickHouse still knows the tokens.
 */
final class CommitCheckpoints implements Committer<Block> {
    private final SinkSettings settings;
    private final Map<String, Table> tables;
    private final ClickHouse clickHouse;
    private final PipelineStatus status;
    private final WrittenGeneration generation;
    private final long restored;
    private final SpilledBlocks spilled;
    private long published;

    private CommitCheckpoints(
            SinkSettings settings, List<Table> tables, ClickHouse clickHouse, long restored) {
        this.settings = settings;
        this.tables = tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
        this.clickHouse = clickHouse;
        this.status = new PipelineStatus(clickHouse, settings);
        this.generation = new WrittenGeneration(clickHouse, settings);
        this.restored = restored;
        this.spilled = new SpilledBlocks(settings);
    }

    /**
     * Flink commits the restored blocks right after this: it is here that a start is refused, by
     * the first committer for all of them, as all new blocks go to it.
     */
    static CommitCheckpoints start(
            SinkSettings settings,
            List<Table> tables,
            OptionalLong restored,
            int committer,
            int committers)
            throws IOException {
        ClickHouse clickHouse = new ClickHouse(settings.clickHouse());
        try {
            CommitCheckpoints commits =
                    new CommitCheckpoints(
                            settings, tables, clickHouse, restored.orElse(PipelineStatus.NOTHING));
            commits.published = commits.status.published();
            if (committer == 0) {
                new StartCheck(settings, tables).pass(clickHouse, restored, committers);
                commits.spilled.deleteUpTo(commits.published);
            }
            return commits;
        } catch (IOException | RuntimeException e) {
            clickHouse.close();
            throw e;
        }
    }

    @Override
    public void commit(Collection<CommitRequest<Block>> requests) throws IOException {
        List<Block> blocks = requests.stream().map(CommitRequest::getCommittable).toList();
        StartCheck.refuseOtherGeneration(settings, blocks.get(0).generation());
        long checkpoint = blocks.get(0).checkpoint();
        if (checkpoint <= published) {
            requests.forEach(CommitRequest::signalAlreadyCommitted);
            return;
        }
        generation.refuseDropped();
        for (Block block : blocks) {
            checkState(block.checkpoint() == checkpoint, "Blocks of several checkpoints");
            insert(block);
        }
        if (checkpoint > restored) {
            // Those of a restored checkpoint come before the settings of this start are checked.
            generation.record(checkpoint);
        }
        publish(checkpoint);
        if (blocks.stream().anyMatch(Block::isSpilled)) {
            spilled.deleteUpTo(checkpoint);
        }
    }

    @Override
    public void close() {
        clickHouse.close();
    }

    private void insert(Block block) throws IOException {
        if (block.isEnd()) {
            return;
        }
        Table table = tables.get(block.table());
        checkState(table != null, "The checkpoint holds rows of unknown table %s", block.table());
        clickHouse.insert(table, block.token(), SpilledBlocks.bytes(block));
    }

    private void publish(long checkpoint) throws IOException {
        status.publish(checkpoint);
        published = checkpoint;
    }
}
