package io.enablement.cli.stack;

import io.enablement.cli.console.RunException;
import io.enablement.local.DirectoryLock;
import io.enablement.local.LocalFlink;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job on the Flink of a local stack.
 *
 * @param lock of its snapshots, as long as it runs
 */
record LocalJob(StackJob job, LocalFlink flink, JobClient client, DirectoryLock lock) {

    static LocalJob start(
            StackJob job, LocalFlink flink, StreamExecutionEnvironment env, DirectoryLock lock) {
        try {
            return new LocalJob(job, flink, env.executeAsync(job.name()), lock);
        } catch (Exception e) {
            throw new RunException(
                    "Flink did not take the job %s: %s".formatted(job.name(), e.getMessage()), e);
        }
    }

    String name() {
        return job.name();
    }

    /** Ends with a savepoint, from which the next start goes on. */
    void stop() {
        flink.stopWithSavepoint(client, job.snapshots());
        lock.close();
    }
}
