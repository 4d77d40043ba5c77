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

/** Inserts the blocks of a completed checkpoint, in their order and each one once. */
final class InsertBlocks implements Committer<Block> {
    private final SinkSettings settings;
    private final Map<String, Table> tables;
    private final ClickHouse clickHouse;
    private final long published;

    private InsertBlocks(
            SinkSettings settings, List<Table> tables, ClickHouse clickHouse, long published) {
        this.settings = settings;
        this.tables = tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
        this.clickHouse = clickHouse;
        this.published = published;
    }

    /** Flink commits restored blocks right after this, so it is here that a start is refused. */
    static InsertBlocks start(
            SinkSettings settings, List<Table> tables, OptionalLong restored, int writers)
            throws IOException {
        ClickHouse clickHouse = new ClickHouse(settings.clickHouse());
        try {
            new StartCheck(settings, tables).pass(clickHouse, restored, writers);
            long published = new PipelineStatus(clickHouse, settings).published();
            return new InsertBlocks(settings, tables, clickHouse, published);
        } catch (IOException | RuntimeException e) {
            clickHouse.close();
            throw e;
        }
    }

    @Override
    public void commit(Collection<CommitRequest<Block>> requests) throws IOException {
        for (CommitRequest<Block> request : requests) {
            commit(request);
        }
    }

    @Override
    public void close() {
        clickHouse.close();
    }

    private void commit(CommitRequest<Block> request) throws IOException {
        Block block = request.getCommittable();
        if (block.isEnd()) {
            return;
        }
        StartCheck.refuseOtherGeneration(settings, block.generation());
        if (block.checkpoint() <= published) {
            request.signalAlreadyCommitted();
            return;
        }
        Table table = tables.get(block.table());
        checkState(table != null, "The checkpoint holds rows of unknown table %s", block.table());
        clickHouse.insert(table, block.token(), SpilledBlocks.bytes(block));
    }
}
