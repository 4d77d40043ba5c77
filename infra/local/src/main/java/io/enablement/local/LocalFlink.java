package io.enablement.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.flink.client.cli.ClientOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink cluster inside this process, with its web interface and snapshots in a directory. */
public final class LocalFlink implements AutoCloseable {

    static final String FLAG = "--flink-port";

    private static final String HOST = "127.0.0.1";
    private static final int RETAINED_CHECKPOINTS = 3;

    /** Enough for two jobs of a few subtasks. */
    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(192);

    private static final Duration RETRY_DELAY = Duration.ofMillis(200);

    private final Path directory;
    private final FlinkSettings settings;
    private final MiniCluster cluster;

    private LocalFlink(Path directory, FlinkSettings settings, MiniCluster cluster) {
        this.directory = directory;
        this.settings = settings;
        this.cluster = cluster;
    }

    public static LocalFlink start(Path directory, FlinkSettings settings) {
        Path absolute = directory.toAbsolutePath().normalize();
        int port = Ports.claim(settings.port(), "Flink", FLAG);
        MiniCluster cluster = new MiniCluster(clusterConfiguration(absolute, settings, port));
        try {
            cluster.start();
        } catch (Exception e) {
            throw new StackException("Flink did not start: " + e.getMessage(), e);
        }
        return new LocalFlink(absolute, settings, cluster);
    }

    public URI url() {
        return cluster.getRestAddress().join();
    }

    /**
     * Where to build and execute a job; it goes on from the newest snapshot of the job of that name
     * in the directory, if there is one.
     */
    public StreamExecutionEnvironment environment(String job) {
        return environment(job, newestSnapshot(job));
    }

    /** Where to build and execute a job that starts from the snapshot, or from nothing. */
    public StreamExecutionEnvironment environment(String job, Optional<Path> snapshot) {
        JobSnapshots snapshots = JobSnapshots.of(directory, job);
        Configuration configuration = jobConfiguration(snapshots);
        snapshot.ifPresent(
                path ->
                        configuration.set(
                                StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
        return StreamExecutionEnvironment.createRemoteEnvironment(
                HOST, url().getPort(), configuration);
    }

    /** Those of the job of that name, from this and earlier runs. */
    public JobSnapshots snapshots(String job) {
        return JobSnapshots.of(directory, job);
    }

    /** The newest complete checkpoint or savepoint of the job, from this or an earlier run. */
    public Optional<Path> newestSnapshot(String job) {
        return JobSnapshots.of(directory, job).newest();
    }

    /** Ends the job so that the next start goes on from exactly here; gives the savepoint. */
    public Path stopWithSavepoint(JobClient client, String job) {
        Path savepoints = JobSnapshots.of(directory, job).savepoints();
        try {
            String savepoint =
                    client.stopWithSavepoint(
                                    false,
                                    savepoints.toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get();
            client.getJobExecutionResult().get();
            return Path.of(URI.create(savepoint));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while job " + job + " stopped", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Job " + job + " did not stop with a savepoint", e);
        }
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("Flink did not stop", e);
        }
    }

    private static MiniClusterConfiguration clusterConfiguration(
            Path directory, FlinkSettings settings, int port) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, HOST);
        configuration.set(RestOptions.BIND_ADDRESS, HOST);
        configuration.set(RestOptions.PORT, port);
        configuration.set(RestOptions.BIND_PORT, String.valueOf(port));
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(WebOptions.REFRESH_INTERVAL, Duration.ofMillis(100));
        configuration.set(CoreOptions.TMP_DIRS, directory.resolve("temporary").toString());
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
        return new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(settings.taskSlots())
                .build();
    }

    /** A job submitted to a cluster takes these from its own configuration, not the cluster's. */
    private Configuration jobConfiguration(JobSnapshots snapshots) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.RETRY_DELAY, RETRY_DELAY);
        configuration.set(ClientOptions.CLIENT_RETRY_PERIOD, RETRY_DELAY);
        configuration.set(StateBackendOptions.STATE_BACKEND, settings.stateBackend());
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                snapshots.checkpoints().toUri().toString());
        configuration.set(
                CheckpointingOptions.SAVEPOINT_DIRECTORY,
                snapshots.savepoints().toUri().toString());
        configuration.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL,
                Duration.ofMillis(settings.checkpointIntervalMillis()));
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED_CHECKPOINTS);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, settings.restarts());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, RETRY_DELAY);
        return configuration;
    }
}
