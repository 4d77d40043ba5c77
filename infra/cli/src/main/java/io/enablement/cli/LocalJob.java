package io.enablement.cli;

import io.enablement.local.FlinkSettings;
import io.enablement.local.LocalFlink;
import io.enablement.local.LocalStack;
import io.enablement.streaming.job.CohortMetricsJob;
import io.enablement.streaming.job.JobSettings;
import java.net.URI;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job on the Flink of a local stack; it goes on where it was stopped or killed. */
final class LocalJob {

    private final LocalFlink flink;
    private final JobClient client;
    private final JobSettings settings;

    private LocalJob(LocalFlink flink, JobClient client, JobSettings settings) {
        this.flink = flink;
        this.client = client;
        this.settings = settings;
    }

    static LocalJob start(LocalStack stack, Servers servers, JobOptions options, int port) {
        FlinkSettings cluster =
                FlinkSettings.DEFAULT.withPort(port).withTaskSlots(options.check().parallelism());
        LocalFlink flink = stack.startFlink(cluster);
        StreamExecutionEnvironment env = flink.environment(CohortMetricsJob.NAME);
        String checkpoints = env.getConfiguration().get(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
        JobSettings settings = options.settings(servers, checkpoints);
        env.configure(settings.flink());
        CohortMetricsJob.build(env, settings);
        return new LocalJob(flink, execute(env), settings);
    }

    JobSettings settings() {
        return settings;
    }

    URI flinkUrl() {
        return flink.url();
    }

    /** Ends with a savepoint, from which the next start goes on. */
    void stop() {
        flink.stopWithSavepoint(client, CohortMetricsJob.NAME);
    }

    private static JobClient execute(StreamExecutionEnvironment env) {
        try {
            return env.executeAsync(CohortMetricsJob.NAME);
        } catch (Exception e) {
            throw new RunException("Flink did not take the job: " + e.getMessage(), e);
        }
    }
}
