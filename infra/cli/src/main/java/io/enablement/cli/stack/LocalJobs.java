package io.enablement.cli.stack;

import io.enablement.local.DirectoryLock;
import io.enablement.local.FlinkSettings;
import io.enablement.local.LocalFlink;
import io.enablement.local.LocalStack;
import io.enablement.streaming.job.ArchiveSettings;
import io.enablement.streaming.job.CohortMetricsJob;
import io.enablement.streaming.job.EventArchiveJob;
import io.enablement.streaming.job.JobSettings;
import java.net.URI;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs on the Flink of a local stack; each goes on where it was stopped or killed. */
public record LocalJobs(LocalFlink flink, LocalJob metrics, LocalJob archive) {

    public static LocalJobs start(LocalStack stack, Servers servers, JobOptions options, int port) {
        int slots = options.jobs().size() * options.check().run().parallelism();
        LocalFlink flink =
                stack.startFlink(FlinkSettings.DEFAULT.withPort(port).withTaskSlots(slots));
        return new LocalJobs(
                flink,
                startMetrics(flink, servers, options, claim(flink, options.metricsJob())),
                startArchive(flink, servers, options));
    }

    /** The right to run a job; fails where another process does. */
    static DirectoryLock claim(LocalFlink flink, StackJob job) {
        return flink.snapshots(job.snapshots()).claim();
    }

    static LocalJob startMetrics(
            LocalFlink flink, Servers servers, JobOptions options, DirectoryLock lock) {
        StackJob job = options.metricsJob();
        StreamExecutionEnvironment env = flink.environment(job.snapshots());
        JobSettings settings = options.settings(servers, checkpoints(env));
        env.configure(settings.flink());
        CohortMetricsJob.build(env, settings);
        return LocalJob.start(job, flink, env, lock);
    }

    private static LocalJob startArchive(LocalFlink flink, Servers servers, JobOptions options) {
        StackJob job = options.archiveJob();
        DirectoryLock lock = claim(flink, job);
        StreamExecutionEnvironment env = flink.environment(job.snapshots());
        ArchiveSettings settings = options.archiveSettings(servers, checkpoints(env));
        env.configure(settings.flink());
        EventArchiveJob.build(env, settings);
        return LocalJob.start(job, flink, env, lock);
    }

    LocalJobs withMetrics(LocalJob other) {
        return new LocalJobs(flink, other, archive);
    }

    List<LocalJob> all() {
        return List.of(metrics, archive);
    }

    public URI flinkUrl() {
        return flink.url();
    }

    /** Each ends with a savepoint, from which its next start goes on. */
    public void stop() {
        all().forEach(LocalJob::stop);
    }

    private static String checkpoints(StreamExecutionEnvironment env) {
        return env.getConfiguration().get(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
    }
}
