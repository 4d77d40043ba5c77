package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.sink.Table;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job in this process, from memory to memory, where nothing can go wrong. */
final class UndisturbedRun {

    private static final String NAME = "undisturbed";

    private final List<Table> tables;
    private final ShownRows rows;

    private UndisturbedRun(List<Table> tables, ShownRows rows) {
        this.tables = tables;
        this.rows = rows;
    }

    static UndisturbedRun of(List<RawMessage> messages) throws Exception {
        JobSettings settings =
                JobSettings.of(Map.of(), "--checkpoints", "file:///unused", "--parallelism", "1");
        Configuration flink = settings.flink();
        flink.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        ShownRows rows = new ShownRows(NAME);
        CohortMetricsJob.build(
                env,
                settings.rules(),
                settings.admission(),
                new ReplayedMessages(NAME, messages),
                rows);
        env.execute(NAME);
        return new UndisturbedRun(ResultTables.of(settings.rules()).all(), rows);
    }

    /** Compares every table with a generation of the database. */
    void assertEqualTo(ResultDatabase database, int generation) {
        for (Table table : tables) {
            if (table.replaces()) {
                assertThat(database.liveRows(table, generation))
                        .as("live rows of " + table.name())
                        .isEqualTo(rows.live(table));
            }
            if (table.columns().contains("amount")) {
                assertThat(database.netEntries(table, generation))
                        .as("net entries of " + table.name())
                        .isEqualTo(rows.net(table));
            }
        }
    }
}
