package io.enablement.streaming.job;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.rest.FileUpload;
import org.apache.flink.runtime.rest.RestClient;
import org.apache.flink.runtime.rest.messages.EmptyMessageParameters;
import org.apache.flink.runtime.rest.messages.EmptyRequestBody;
import org.apache.flink.runtime.rest.messages.JobMessageParameters;
import org.apache.flink.runtime.rest.messages.checkpoints.CheckpointingStatisticsHeaders;
import org.apache.flink.runtime.rest.util.RestConstants;
import org.apache.flink.runtime.webmonitor.handlers.JarRunHeaders;
import org.apache.flink.runtime.webmonitor.handlers.JarRunMessageParameters;
import org.apache.flink.runtime.webmonitor.handlers.JarRunRequestBody;
import org.apache.flink.runtime.webmonitor.handlers.JarUploadHeaders;
import org.apache.flink.runtime.webmonitor.handlers.JarUploadResponseBody;

/** A job in a cluster that was given its jar, reached through the cluster's REST interface. */
final class DeployedJob implements AutoCloseable {

    private static final int ATTEMPTS = 3_000;
    private static final long PATIENCE_SECONDS = 300;

    private final RestClusterClient<String> client;
    private final int restPort;
    private final JobID id;

    private DeployedJob(int restPort, Path jar, Class<?> main, List<String> flags, String savepoint)
            throws Exception {
        this.restPort = restPort;
        this.client = new RestClusterClient<>(configuration(restPort), "cluster");
        answer(client.getClusterOverview());
        this.id = run(upload(jar), main, flags, savepoint);
    }

    /**
     * Waits for the cluster's interface, sends the jar and runs a main method of it with the flags.
     */
    static DeployedJob start(FlinkProcesses cluster, Path jar, Class<?> main, List<String> flags)
            throws Exception {
        return new DeployedJob(cluster.restPort(), jar, main, flags, null);
    }

    /** The same from a savepoint or retained checkpoint. */
    static DeployedJob resume(
            FlinkProcesses cluster, Path jar, Class<?> main, List<String> flags, Path savepoint)
            throws Exception {
        return new DeployedJob(cluster.restPort(), jar, main, flags, savepoint.toUri().toString());
    }

    /**
     * Waits for something that the job does.
     *
     * @param what as in "published every record"
     */
    void await(String what, BooleanSupplier happened) {
        Patience.until(
                what,
                () -> {
                    if (happened.getAsBoolean()) {
                        return true;
                    }
                    if (answer(client.getJobStatus(id)).isTerminalState()) {
                        throw new AssertionError(
                                "The job ended and has not " + what + JavaProgram.logs());
                    }
                    return false;
                });
    }

    /** Waits for the job to end and tells why it failed. */
    String failure() {
        return answer(client.requestJobResult(id))
                .getSerializedThrowable()
                .orElseThrow(() -> new AssertionError("The job did not fail"))
                .getFullStringifiedStackTrace();
    }

    /** How often the job has started over from a checkpoint. */
    long restores() {
        JobMessageParameters job = new JobMessageParameters();
        job.jobPathParameter.resolve(id);
        return answer(
                        client.sendRequest(
                                CheckpointingStatisticsHeaders.getInstance(),
                                job,
                                EmptyRequestBody.getInstance()))
                .getCounts()
                .getNumberRestoredCheckpoints();
    }

    /** Gives the savepoint's place. */
    Path stopWithSavepoint(Path directory) {
        String savepoint =
                answer(
                        client.stopWithSavepoint(
                                id,
                                false,
                                directory.toUri().toString(),
                                SavepointFormatType.CANONICAL));
        return Path.of(URI.create(savepoint));
    }

    void cancel() {
        answer(client.cancel(id));
    }

    @Override
    public void close() {
        client.close();
    }

    private static Configuration configuration(int restPort) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, FlinkProcesses.HOST);
        configuration.set(RestOptions.PORT, restPort);
        configuration.set(RestOptions.RETRY_MAX_ATTEMPTS, ATTEMPTS);
        configuration.set(RestOptions.RETRY_DELAY, Duration.ofMillis(100));
        return configuration;
    }

    /** Gives the name by which the cluster knows the jar. */
    private String upload(Path jar) throws Exception {
        RestClient uploads = new RestClient(configuration(restPort), Runnable::run);
        try {
            FileUpload file = new FileUpload(jar, RestConstants.CONTENT_TYPE_JAR);
            JarUploadResponseBody stored =
                    answer(
                            uploads.sendRequest(
                                    FlinkProcesses.HOST,
                                    restPort,
                                    JarUploadHeaders.getInstance(),
                                    EmptyMessageParameters.getInstance(),
                                    EmptyRequestBody.getInstance(),
                                    List.of(file)));
            return Path.of(stored.getFilename()).getFileName().toString();
        } finally {
            uploads.closeAsync().join();
        }
    }

    private JobID run(String jar, Class<?> main, List<String> flags, String savepoint) {
        JarRunMessageParameters place = new JarRunMessageParameters();
        place.jarIdPathParameter.resolve(jar);
        JarRunRequestBody request =
                new JarRunRequestBody(
                        main.getName(), flags, null, null, null, savepoint, null, null);
        return answer(client.sendRequest(JarRunHeaders.getInstance(), place, request)).getJobId();
    }

    private static <T> T answer(CompletableFuture<T> question) {
        try {
            return question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Flink answers " + e + JavaProgram.logs(), e);
        }
    }
}
