package io.enablement.bench.process;

import java.util.Arrays;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;

/** A JobManager or TaskManager that ends with its parent. */
public final class FlinkProcess {

    static final String JOB_MANAGER = "jobmanager";
    static final String TASK_MANAGER = "taskmanager";

    private FlinkProcess() {}

    public static void main(String[] arguments) throws Exception {
        JavaProcess.endWithParent();
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments[0]) {
            case JOB_MANAGER -> StandaloneSessionClusterEntrypoint.main(rest);
            case TASK_MANAGER -> TaskManagerRunner.main(rest);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
