package io.enablement.bench.process;

import io.enablement.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JobManager and TaskManagers of one slot each, every one a process of its own. */
public final class FlinkCluster implements AutoCloseable {

    public static final String HOST = "127.0.0.1";

    private static final String PLACES_AND_MEMORY =
            """
            jobmanager.rpc.address: %1$s
            jobmanager.rpc.port: %2$d
            jobmanager.bind-host: %1$s
            rest.address: %1$s
            rest.port: %3$d
            rest.bind-address: %1$s
            # Else what is asked here is three seconds old.
            web.refresh-interval: 50 ms
            taskmanager.host: %1$s
            taskmanager.bind-host: %1$s
            taskmanager.numberOfTaskSlots: 1
            taskmanager.cpu.cores: 1
            taskmanager.memory.task.heap.size: 768m
            taskmanager.memory.task.off-heap.size: 0
            taskmanager.memory.managed.size: 256m
            taskmanager.memory.network.min: 96m
            taskmanager.memory.network.max: 96m
            taskmanager.memory.framework.heap.size: 128m
            taskmanager.memory.framework.off-heap.size: 128m
            taskmanager.memory.jvm-metaspace.size: 256m
            taskmanager.memory.jvm-overhead.min: 192m
            taskmanager.memory.jvm-overhead.max: 192m
            """;

    private final String name;
    private final Path configuration;
    private final int restPort = Ports.free();
    private final Map<String, JavaProcess> taskManagers = new HashMap<>();
    private final JavaProcess jobManager;
    private int started;

    private FlinkCluster(String name, Path directory, String settings) throws IOException {
        this.name = name;
        this.configuration = Files.createDirectories(directory.resolve("flink-" + name));
        Files.writeString(
                configuration.resolve("config.yaml"),
                PLACES_AND_MEMORY.formatted(HOST, Ports.free(), restPort) + settings);
        this.jobManager =
                start(
                        "jobmanager",
                        "-Xmx512m",
                        FlinkProcess.JOB_MANAGER,
                        "--executionMode",
                        "cluster");
    }

    /**
     * Does not wait for them.
     *
     * @param settings lines for Flink's config.yaml, beside those of places and memory
     */
    public static FlinkCluster start(
            String name, Path directory, int taskManagers, String settings) {
        try {
            FlinkCluster cluster = new FlinkCluster(name, directory, settings);
            for (int number = 0; number < taskManagers; number++) {
                cluster.startTaskManager();
            }
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot configure Flink", e);
        }
    }

    /** The names under which Flink knows those that run. */
    public Set<String> taskManagers() {
        return Set.copyOf(taskManagers.keySet());
    }

    public int restPort() {
        return restPort;
    }

    /**
     * With {@code kill -9}; another one begins to start at the same moment.
     *
     * @param resource the name under which Flink knows it
     */
    public void replaceTaskManager(String resource) {
        taskManagers.remove(resource).end();
        startTaskManager();
    }

    @Override
    public void close() {
        taskManagers.values().forEach(JavaProcess::end);
        jobManager.end();
    }

    private void startTaskManager() {
        started++;
        String process = "taskmanager-" + started;
        String resource = name + "-" + process;
        taskManagers.put(
                resource,
                start(
                        process,
                        "-Xmx896m",
                        FlinkProcess.TASK_MANAGER,
                        "-Dtaskmanager.resource-id=" + resource));
    }

    private JavaProcess start(String process, String heap, String role, String... arguments) {
        List<String> options = new ArrayList<>(ClassPath.FLINK.options());
        options.add(heap);
        List<String> all = new ArrayList<>(List.of(role, "--configDir", configuration.toString()));
        all.addAll(List.of(arguments));
        return JavaProcess.start(
                name + "-" + process,
                configuration.getParent(),
                options,
                FlinkProcess.class,
                all.toArray(String[]::new));
    }
}
