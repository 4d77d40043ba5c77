package io.enablement.cli;

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
record LocalJobs(LocalFlink flink, List<LocalJob> all) {

    static LocalJobs start(LocalStack stack, Servers servers, JobOptions options, int port) {
        int slots = options.jobs().size() * options.check().run().parallelism();
        LocalFlink flink =
                stack.startFlink(FlinkSettings.DEFAULT.withPort(port).withTaskSlots(slots));
        return new LocalJobs(
                flink,
                List.of(
                        startMetrics(flink, servers, options),
                        startArchive(flink, servers, options)));
    }

    URI flinkUrl() {
        return flink.url();
    }

    /** Each ends with a savepoint, from which its next start goes on. */
    void stop() {
        all.forEach(LocalJob::stop);
    }

    private static LocalJob startMetrics(LocalFlink flink, Servers servers, JobOptions options) {
        StreamExecutionEnvironment env = flink.environment(CohortMetricsJob.NAME);
        JobSettings settings = options.settings(servers, checkpoints(env));
        env.configure(settings.flink());
        CohortMetricsJob.build(env, settings);
        return LocalJob.start(CohortMetricsJob.NAME, flink, env);
    }

    private static LocalJob startArchive(LocalFlink flink, Servers servers, JobOptions options) {
        StreamExecutionEnvironment env = flink.environment(EventArchiveJob.NAME);
        ArchiveSettings settings = options.archiveSettings(servers, checkpoints(env));
        env.configure(settings.flink());
        EventArchiveJob.build(env, settings);
        return LocalJob.start(EventArchiveJob.NAME, flink, env);
    }

    private static String checkpoints(StreamExecutionEnvironment env) {
        return env.getConfiguration().get(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
    }
}
