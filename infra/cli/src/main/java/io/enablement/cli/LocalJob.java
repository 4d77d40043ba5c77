package io.enablement.cli;

import io.enablement.local.LocalFlink;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job on the Flink of a local stack. */
record LocalJob(String name, LocalFlink flink, JobClient client) {

    static LocalJob start(String name, LocalFlink flink, StreamExecutionEnvironment env) {
        try {
            return new LocalJob(name, flink, env.executeAsync(name));
        } catch (Exception e) {
            throw new RunException(
                    "Flink did not take the job %s: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Ends with a savepoint, from which the next start goes on. */
    void stop() {
        flink.stopWithSavepoint(client, name);
    }
}
