package io.enablement.bench.recovery;

import io.enablement.bench.contest.Race;
import io.enablement.bench.pipeline.LiveTopics;
import io.enablement.bench.pipeline.Pipeline;
import io.enablement.bench.process.FlinkCluster;
import io.enablement.streaming.job.JobSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.rest.messages.EmptyMessageParameters;
import org.apache.flink.runtime.rest.messages.EmptyRequestBody;
import org.apache.flink.runtime.rest.messages.job.JobDetailsInfo;
import org.apache.flink.runtime.rest.messages.taskmanager.TaskManagerInfo;
import org.apache.flink.runtime.rest.messages.taskmanager.TaskManagersHeaders;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The product's job in a cluster of processes, which have its classes on their class path. */
final class RemoteJob implements AutoCloseable {

    private static final int ATTEMPTS = 600;
    private static final long PATIENCE_SECONDS = 120;

    private final RestClusterClient<String> client;
    private final JobID id;

    private RemoteJob(RestClusterClient<String> client, JobID id) {
        this.client = client;
        this.id = id;
    }

    /** Waits for the cluster's interface and starts the job. */
    static RemoteJob start(FlinkCluster cluster, Race race, FlinkSettings settings)
            throws Exception {
        JobSettings job = Pipeline.settings(race);
        Configuration configuration = job.flink();
        settings.addTo(configuration);
        configuration.set(RestOptions.RETRY_MAX_ATTEMPTS, ATTEMPTS);
        configuration.set(RestOptions.RETRY_DELAY, Duration.ofMillis(100));
        configuration.set(RestOptions.ADDRESS, FlinkCluster.HOST);
        configuration.set(RestOptions.PORT, cluster.restPort());
        RestClusterClient<String> client = new RestClusterClient<>(configuration, "cluster");
        client.getClusterOverview().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createRemoteEnvironment(
                        FlinkCluster.HOST, cluster.restPort(), configuration);
        Pipeline.build(env, job, race, new LiveTopics(race.kafka(), race.set()));
        return new RemoteJob(client, env.executeAsync("recovery").getJobID());
    }

    /** Whether all tasks run, and have started over since a time. */
    boolean runsAgainSince(long epochMillis) {
        JobDetailsInfo details = details();
        return details.getJobStatus() == JobStatus.RUNNING
                && details.getTimestamps().get(JobStatus.RUNNING) > epochMillis
                && details.getJobVertexInfos().stream()
                        .allMatch(
                                vertex ->
                                        vertex.getTasksPerState()
                                                        .getOrDefault(ExecutionState.RUNNING, 0)
                                                == vertex.getParallelism());
    }

    /** Whether Flink knows of these TaskManagers alone, and one of them has a free slot. */
    boolean isAtRestWith(Set<String> taskManagers) {
        Collection<TaskManagerInfo> known = taskManagers();
        return taskManagers.equals(known.stream().map(RemoteJob::name).collect(Collectors.toSet()))
                && known.stream().filter(each -> !isBusy(each)).count() == 1;
    }

    /** The name of a TaskManager that runs tasks. */
    String busy() {
        return taskManagers().stream()
                .filter(RemoteJob::isBusy)
                .map(RemoteJob::name)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean isBusy(TaskManagerInfo taskManager) {
        return taskManager.getNumberAvailableSlots() == 0;
    }

    private static String name(TaskManagerInfo taskManager) {
        return taskManager.getResourceId().getResourceIdString();
    }

    private Collection<TaskManagerInfo> taskManagers() {
        return answer(
                        client.sendRequest(
                                TaskManagersHeaders.getInstance(),
                                EmptyMessageParameters.getInstance(),
                                EmptyRequestBody.getInstance()))
                .getTaskManagerInfos();
    }

    @Override
    public void close() {
        client.close();
    }

    private JobDetailsInfo details() {
        JobDetailsInfo details = answer(client.getJobDetails(id));
        if (details.getJobStatus().isTerminalState()) {
            throw new IllegalStateException("The job has ended: " + details.getJobStatus());
        }
        return details;
    }

    private static <T> T answer(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Flink does not answer", e);
        }
    }
}
