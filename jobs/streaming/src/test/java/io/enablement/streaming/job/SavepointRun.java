package io.enablement.streaming.job;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.sink.Row;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A run of the whole job that reads all of its messages and is then stopped with a savepoint. */
final class SavepointRun {

    private static final MemorySize ALL_IN_ONE_FILE = MemorySize.ofMebiBytes(1);

    /** What reads may be done before all that comes behind it has started. */
    private static final RetryPolicy<String> UNTIL_ALL_TASKS_RUN =
            RetryPolicy.<String>builder()
                    .handleIf(failure -> failure.getCause() instanceof CheckpointException)
                    .withDelay(Duration.ofMillis(100))
                    .withMaxDuration(Duration.ofMinutes(5))
                    .withMaxRetries(-1)
                    .build();

    private final String name;
    private final Path directory;
    private final JobSettings settings;
    private final Configuration flink;

    /**
     * @param directory for the savepoint at the end
     */
    SavepointRun(String name, Path directory, String stateBackend, int parallelism, int most) {
        this.name = name;
        this.directory = directory;
        settings =
                JobSettings.of(
                        Map.of(),
                        "--checkpoints",
                        directory.toUri().toString(),
                        "--state-backend",
                        stateBackend,
                        "--parallelism",
                        Integer.toString(parallelism),
                        "--max-parallelism",
                        Integer.toString(most));
        flink = settings.flink();
        flink.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        flink.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, ALL_IN_ONE_FILE);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    }

    /** Reads everything from the beginning to the end. */
    void replay(List<RawMessage> messages, Sink<Row> sink) throws Exception {
        build(new ReplayedMessages(name, messages), sink).execute(name);
    }

    /** The savepoint of a run over everything from the beginning. */
    Path of(List<RawMessage> messages, SavepointFormatType format, Sink<Row> sink)
            throws Exception {
        return run(new OpenMessages(name, List.of(), messages), format, sink);
    }

    /** The savepoint of a run that goes on where another one was stopped. */
    Path after(Path savepoint, List<RawMessage> before, List<RawMessage> messages, Sink<Row> sink)
            throws Exception {
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        return run(new OpenMessages(name, before, messages), SavepointFormatType.CANONICAL, sink);
    }

    private Path run(OpenMessages messages, SavepointFormatType format, Sink<Row> sink)
            throws Exception {
        JobClient job = build(messages, sink).executeAsync(name);
        messages.awaitAllRead();
        String savepoint =
                Failsafe.with(UNTIL_ALL_TASKS_RUN)
                        .get(
                                () ->
                                        job.stopWithSavepoint(
                                                        false, directory.toUri().toString(), format)
                                                .get());
        return Path.of(URI.create(savepoint));
    }

    private StreamExecutionEnvironment build(Messages messages, Sink<Row> sink) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        CohortMetricsJob.build(env, settings.rules(), settings.admission(), messages, sink);
        return env;
    }
}
