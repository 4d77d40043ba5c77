package io.enablement.local;

/**
 * How the local Flink cluster runs its jobs.
 *
 * @param port of the web interface; 0 takes a free one
 * @param stateBackend hashmap or rocksdb
 * @param restarts how often a failing job starts again before it counts as failed
 */
public record FlinkSettings(
        int port, int taskSlots, String stateBackend, long checkpointIntervalMillis, int restarts) {

    public static final FlinkSettings DEFAULT = new FlinkSettings(0, 2, "hashmap", 5_000, 3);

    public FlinkSettings {
        if (!stateBackend.equals("hashmap") && !stateBackend.equals("rocksdb")) {
            throw new IllegalArgumentException(
                    "State backend must be hashmap or rocksdb, not " + stateBackend);
        }
    }

    public FlinkSettings withPort(int newPort) {
        return new FlinkSettings(
                newPort, taskSlots, stateBackend, checkpointIntervalMillis, restarts);
    }

    public FlinkSettings withTaskSlots(int newTaskSlots) {
        return new FlinkSettings(
                port, newTaskSlots, stateBackend, checkpointIntervalMillis, restarts);
    }

    public FlinkSettings withStateBackend(String newStateBackend) {
        return new FlinkSettings(
                port, taskSlots, newStateBackend, checkpointIntervalMillis, restarts);
    }

    public FlinkSettings withCheckpointIntervalMillis(long newInterval) {
        return new FlinkSettings(port, taskSlots, stateBackend, newInterval, restarts);
    }

    public FlinkSettings withRestarts(int newRestarts) {
        return new FlinkSettings(
                port, taskSlots, stateBackend, checkpointIntervalMillis, newRestarts);
    }
}
