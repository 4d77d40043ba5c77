package io.enablement.streaming.job;

import io.enablement.streaming.sink.ClickHouseSettings;
import io.enablement.streaming.sink.SinkSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;

/**
 * From where to where a job runs, and how Flink runs it.
 *
 * @param checkpoints directory of checkpoints and of large blocks that wait for theirs
 * @param stateBackend hashmap or rocksdb
 */
public record RunSettings(
        String kafka,
        ClickHouseSettings clickHouse,
        long generation,
        String checkpoints,
        Duration checkpointInterval,
        String stateBackend,
        int parallelism,
        int maxParallelism) {

    private static final int KEPT_CHECKPOINTS = 3;

    /** Asks for all of them; to be made once nothing was found wrong with any. */
    static Supplier<RunSettings> read(SettingsReader reader) {
        String kafka = reader.text("kafka", "localhost:9092");
        String url = reader.text("clickhouse", "http://localhost:8123");
        String user = reader.text("clickhouse-user", "default");
        String password = reader.text("clickhouse-password", "");
        String database = reader.text("clickhouse-database", "default");
        Optional<ClickHouseSettings> clickHouse =
                reader.make(() -> new ClickHouseSettings(url, user, password, database));
        long generation = reader.whole("generation", 1, 1, 0xFFFF_FFFFL);
        String checkpoints = reader.required("checkpoints");
        Duration interval =
                reader.duration(
                        "checkpoint-interval", Duration.ofSeconds(5), Duration.ofMillis(100));
        String backend = reader.oneOf("state-backend", "hashmap", "rocksdb");
        int parallelism = (int) reader.whole("parallelism", 2, 1, 1024);
        int maxParallelism = (int) reader.whole("max-parallelism", 128, 1, 32_768);
        reader.require(
                parallelism <= maxParallelism,
                "the parallelism %d is greater than the max-parallelism %d"
                        .formatted(parallelism, maxParallelism));
        return () ->
                new RunSettings(
                        kafka,
                        clickHouse.orElseThrow(),
                        generation,
                        checkpoints,
                        interval,
                        backend,
                        parallelism,
                        maxParallelism);
    }

    /** Under which name the job's progress shows in Kafka. */
    String consumerGroup(String job) {
        return job + "-" + generation;
    }

    /**
     * @param decisions the settings that decide what the job writes
     */
    SinkSettings sink(String job, String decisions) {
        return new SinkSettings(clickHouse, job, generation, decisions, checkpoints + "/blocks");
    }

    /** What these settings mean for Flink. */
    Configuration flink(String job) {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.NAME, job);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.MAX_PARALLELISM, maxParallelism);
        flink.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        flink.set(StateBackendOptions.STATE_BACKEND, stateBackend);
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
        flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints);
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, stateBackend.equals("rocksdb"));
        // That a key is new, a filter says without a read.
        flink.setString("state.backend.rocksdb.use-bloom-filter", "true");
        flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, KEPT_CHECKPOINTS);
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        return flink;
    }
}
