package io.enablement.cli.stack;

import io.enablement.local.DirectoryLock;
import io.enablement.local.FlinkSettings;
import io.enablement.local.LocalFlink;
import io.enablement.local.LocalStack;
import io.enablement.streaming.job.ArchiveSettings;
import io.enablement.streaming.job.EventArchiveJob;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs on the Flink of a local stack; each goes on where it was stopped or killed. */
public record LocalJobs(LocalFlink flink, ResultJobs results, LocalJob archive) {

    public static LocalJobs start(LocalStack stack, Servers servers, JobOptions options, int port) {
        int slots = options.jobs().size() * options.check().run().parallelism();
        LocalFlink flink =
                stack.startFlink(FlinkSettings.DEFAULT.withPort(port).withTaskSlots(slots));
        GenerationLock lock =
                GenerationLock.take(flink::snapshots, options.metricsJob().generation());
        return new LocalJobs(
                flink,
                ResultJobs.start(flink, servers, options, lock),
                startArchive(flink, servers, options));
    }

    private static LocalJob startArchive(LocalFlink flink, Servers servers, JobOptions options) {
        StackJob job = options.archiveJob();
        DirectoryLock lock = flink.snapshots(job.snapshots()).claim();
        StreamExecutionEnvironment env = flink.environment(job.snapshots());
        ArchiveSettings settings = options.archiveSettings(servers, checkpoints(env));
        env.configure(settings.flink());
        EventArchiveJob.build(env, settings);
        return LocalJob.start(job, flink, env, lock);
    }

    LocalJobs withResults(ResultJobs others) {
        return new LocalJobs(flink, others, archive);
    }

    List<LocalJob> all() {
        return Stream.concat(results.running().stream(), Stream.of(archive)).toList();
    }

    public URI flinkUrl() {
        return flink.url();
    }

    /** Each ends with a savepoint, from which its next start goes on. */
    public void stop() {
        all().forEach(LocalJob::stop);
    }

    static String checkpoints(StreamExecutionEnvironment env) {
        return env.getConfiguration().get(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
    }
}
