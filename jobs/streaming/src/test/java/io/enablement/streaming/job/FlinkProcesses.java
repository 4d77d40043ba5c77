package io.enablement.streaming.job;

import io.enablement.local.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.slf4j.LoggerFactory;

/**
 * A Flink cluster as people run it: a JobManager and TaskManagers in processes of their own, which
 * have Flink's classes and none of the job's.
 */
final class FlinkProcesses implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    /** The build writes it. */
    private static final Path CLASS_PATH = Path.of("target", "flink.classpath");

    private final int restPort;
    private final JavaProgram jobManagerProgram;
    private final JavaProgram taskManagerProgram;
    private final List<Process> taskManagers = new ArrayList<>();
    private int startedTaskManagers;
    private Process jobManager;

    private FlinkProcesses(Path directory, Map<String, String> environment) throws IOException {
        this.restPort = configure(directory);
        this.jobManagerProgram =
                program(
                        "jobmanager",
                        directory,
                        "-Xmx512m",
                        environment,
                        StandaloneSessionClusterEntrypoint.class,
                        "--executionMode",
                        "cluster");
        this.taskManagerProgram =
                program("taskmanager", directory, "-Xmx640m", environment, TaskManagerRunner.class);
    }

    /**
     * Starts a JobManager and TaskManagers of one slot each, and does not wait for them.
     *
     * @param directory for the configuration and everything temporary
     * @param environment all variables that the processes see
     */
    static FlinkProcesses start(Path directory, int taskManagers, Map<String, String> environment)
            throws IOException {
        FlinkProcesses cluster = new FlinkProcesses(directory, environment);
        cluster.startJobManager();
        for (int number = 0; number < taskManagers; number++) {
            cluster.startTaskManager();
        }
        return cluster;
    }

    int restPort() {
        return restPort;
    }

    void startJobManager() {
        jobManager = jobManagerProgram.start();
    }

    void killJobManager() {
        JavaProgram.kill(jobManager);
    }

    void startTaskManager() {
        startedTaskManagers++;
        taskManagers.add(taskManagerProgram.named("taskmanager-" + startedTaskManagers).start());
    }

    /** Kills one of them, by its place in the order of their starts. */
    void killTaskManager(int place) {
        JavaProgram.kill(taskManagers.remove(place));
    }

    @Override
    public void close() {
        taskManagers.forEach(JavaProgram::kill);
        JavaProgram.kill(jobManager);
    }

    /** Gives the port of the REST interface. */
    private static int configure(Path directory) throws IOException {
        int rest = Ports.free();
        Files.writeString(directory.resolve("config.yaml"), configuration(rest, Ports.free()));
        return rest;
    }

    /**
     * A lost process is noticed within seconds, the job waits for the slots of its successor
     * however long the cluster has been up, and a job that fails again and again ends.
     */
    private static String configuration(int restPort, int rpcPort) {
        return """
        jobmanager.rpc.address: %1$s
        jobmanager.rpc.port: %2$d
        jobmanager.bind-host: %1$s
        rest.address: %1$s
        rest.port: %3$d
        rest.bind-address: %1$s
        taskmanager.host: %1$s
        taskmanager.bind-host: %1$s
        taskmanager.numberOfTaskSlots: 1
        taskmanager.cpu.cores: 1
        taskmanager.memory.task.heap.size: 512m
        taskmanager.memory.task.off-heap.size: 0
        taskmanager.memory.managed.size: 128m
        taskmanager.memory.network.min: 64m
        taskmanager.memory.network.max: 64m
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.framework.off-heap.size: 128m
        taskmanager.memory.jvm-metaspace.size: 256m
        taskmanager.memory.jvm-overhead.min: 192m
        taskmanager.memory.jvm-overhead.max: 192m
        heartbeat.interval: 500 ms
        heartbeat.timeout: 3 s
        resourcemanager.standalone.start-up-time: 1 d
        restart-strategy.type: failure-rate
        restart-strategy.failure-rate.max-failures-per-interval: 20
        restart-strategy.failure-rate.failure-rate-interval: 2 min
        restart-strategy.failure-rate.delay: 100 ms
        web.refresh-interval: 100 ms
        """
                .formatted(HOST, rpcPort, restPort);
    }

    private static JavaProgram program(
            String name,
            Path directory,
            String heap,
            Map<String, String> environment,
            Class<?> main,
            String... arguments)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("--configDir", directory.toString()));
        all.addAll(List.of(arguments));
        return new JavaProgram(
                name, directory, classPath(), List.of(heap), environment, main.getName(), all);
    }

    private static String classPath() throws IOException {
        CodeSource logger =
                LoggerFactory.getILoggerFactory().getClass().getProtectionDomain().getCodeSource();
        return Files.readString(CLASS_PATH).strip()
                + File.pathSeparator
                + logger.getLocation().getPath();
    }
}
