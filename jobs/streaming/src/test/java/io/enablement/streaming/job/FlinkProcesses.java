package io.enablement.streaming.job;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

    private static final Path LOGS = Path.of("target", "flink-logs");
    private static final int SHOWN_LINES = 60;
    private static final long PAUSE_MILLIS = 100;

    private final Path directory;
    private final Map<String, String> environment;
    private final int restPort;
    private final Process jobManager;
    private final List<Process> taskManagers = new ArrayList<>();

    private FlinkProcesses(Path directory, Map<String, String> environment, int restPort)
            throws IOException {
        this.directory = directory;
        this.environment = environment;
        this.restPort = restPort;
        this.jobManager =
                start(
                        "jobmanager",
                        "-Xmx512m",
                        StandaloneSessionClusterEntrypoint.class,
                        "--executionMode",
                        "cluster");
    }

    /**
     * Starts a JobManager and a TaskManager, and does not wait for them.
     *
     * @param directory for the configuration and everything temporary
     * @param environment all variables that the processes see
     */
    static FlinkProcesses start(Path directory, Map<String, String> environment)
            throws IOException {
        deleteLogs();
        int restPort = configure(directory);
        FlinkProcesses cluster = new FlinkProcesses(directory, environment, restPort);
        cluster.startTaskManager();
        return cluster;
    }

    int restPort() {
        return restPort;
    }

    void startTaskManager() throws IOException {
        String name = "taskmanager-" + (taskManagers.size() + 1);
        taskManagers.add(start(name, "-Xmx1152m", TaskManagerRunner.class));
    }

    /** Kills the newest one as {@code kill -9} does. */
    void killTaskManager() {
        kill(taskManagers.get(taskManagers.size() - 1));
    }

    /** Lasts a tenth of a second. */
    void pause() throws InterruptedException {
        if (jobManager.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("The JobManager has ended" + logs());
        }
    }

    /** How the log of each process ends. */
    String logs() {
        StringBuilder ends = new StringBuilder();
        try (Stream<Path> files = Files.list(LOGS)) {
            for (Path log : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(log);
                int first = Math.max(0, lines.size() - SHOWN_LINES);
                ends.append("\n\n").append(log.toAbsolutePath()).append(":\n");
                ends.append(String.join("\n", lines.subList(first, lines.size())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ends.toString();
    }

    @Override
    public void close() {
        taskManagers.forEach(FlinkProcesses::kill);
        kill(jobManager);
    }

    private static void kill(Process process) {
        process.destroyForcibly().onExit().join();
    }

    private static void deleteLogs() throws IOException {
        Files.createDirectories(LOGS);
        try (Stream<Path> files = Files.list(LOGS)) {
            for (Path log : files.toList()) {
                Files.delete(log);
            }
        }
    }

    /** Gives the port of the REST interface. */
    private static int configure(Path directory) throws IOException {
        try (ServerSocket rest = freePort();
                ServerSocket rpc = freePort()) {
            Files.writeString(
                    directory.resolve("config.yaml"),
                    configuration(rest.getLocalPort(), rpc.getLocalPort()));
            return rest.getLocalPort();
        }
    }

    private static ServerSocket freePort() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName(HOST));
    }

    /** A lost TaskManager is noticed within seconds, and a job that fails again and again ends. */
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
        taskmanager.numberOfTaskSlots: 2
        taskmanager.cpu.cores: 2
        taskmanager.memory.task.heap.size: 1g
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
        heartbeat.timeout: 10 s
        restart-strategy.type: fixed-delay
        restart-strategy.fixed-delay.attempts: 20
        restart-strategy.fixed-delay.delay: 500 ms
        """
                .formatted(HOST, rpcPort, restPort);
    }

    private Process start(String name, String heap, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(opens());
        // They do not live long enough for the better compiler and collector.
        command.addAll(List.of(heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Djava.io.tmpdir=" + directory);
        command.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of("--configDir", directory.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(LOGS.resolve(name + ".log").toFile());
        process.environment().clear();
        process.environment().putAll(environment);
        return process.start();
    }

    /** Which packages the build opens to Flink. */
    private static List<String> opens() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .toList();
    }

    private static String classPath() throws IOException {
        CodeSource logger =
                LoggerFactory.getILoggerFactory().getClass().getProtectionDomain().getCodeSource();
        return Files.readString(CLASS_PATH).strip()
                + File.pathSeparator
                + logger.getLocation().getPath();
    }
}
