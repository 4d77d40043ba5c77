package io.enablement.cli.stack;

import io.enablement.local.DirectoryLock;
import io.enablement.local.LocalFlink;
import io.enablement.streaming.job.AttributionJob;
import io.enablement.streaming.job.AttributionSettings;
import io.enablement.streaming.job.CohortMetricsJob;
import io.enablement.streaming.job.JobSettings;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The jobs that write one generation of results: they start together and stop together.
 *
 * @param running those that have not been stopped yet
 */
record ResultJobs(long generation, List<LocalJob> running) {

    /** Each goes on where it was stopped or killed. */
    static ResultJobs start(
            LocalFlink flink, Servers servers, JobOptions options, GenerationLock lock) {
        StackJob metrics = options.metricsJob();
        StackJob attribution = options.attributionJob();
        return new ResultJobs(
                metrics.generation(),
                List.of(
                        startMetrics(metrics, flink, servers, options, lock.of(metrics)),
                        startAttribution(
                                attribution, flink, servers, options, lock.of(attribution))));
    }

    private static LocalJob startMetrics(
            StackJob job,
            LocalFlink flink,
            Servers servers,
            JobOptions options,
            DirectoryLock lock) {
        StreamExecutionEnvironment env = flink.environment(job.snapshots());
        JobSettings settings = options.settings(servers, LocalJobs.checkpoints(env));
        env.configure(settings.flink());
        CohortMetricsJob.build(env, settings);
        return LocalJob.start(job, flink, env, lock);
    }

    private static LocalJob startAttribution(
            StackJob job,
            LocalFlink flink,
            Servers servers,
            JobOptions options,
            DirectoryLock lock) {
        StreamExecutionEnvironment env = flink.environment(job.snapshots());
        AttributionSettings settings =
                options.attributionSettings(servers, LocalJobs.checkpoints(env));
        env.configure(settings.flink());
        AttributionJob.build(env, settings);
        return LocalJob.start(job, flink, env, lock);
    }

    ResultJobs with(List<LocalJob> others) {
        return new ResultJobs(generation, others);
    }

    /** Each ends with a savepoint, from which its next start goes on. */
    void stop() {
        running.forEach(LocalJob::stop);
    }
}
