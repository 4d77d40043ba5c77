package io.enablement.cli.stack;

import io.enablement.cli.generations.Generations;
import io.enablement.local.DirectoryLock;
import io.enablement.local.JobSnapshots;
import io.enablement.local.StackException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The right to write a generation of results, for each of the jobs that write it together. */
record GenerationLock(Map<String, DirectoryLock> locks) implements AutoCloseable {

    /**
     * Fails where another process writes the generation.
     *
     * @param snapshots by the name under which those of a job lie
     */
    static GenerationLock take(Function<String, JobSnapshots> snapshots, long generation) {
        GenerationLock taken = new GenerationLock(new HashMap<>());
        try {
            for (String job : Generations.JOBS) {
                String name = StackJob.snapshots(job, generation);
                taken.locks.put(job, snapshots.apply(name).claim());
            }
        } catch (StackException e) {
            taken.close();
            throw e;
        }
        return taken;
    }

    DirectoryLock of(StackJob job) {
        return locks.get(job.name());
    }

    @Override
    public void close() {
        locks.values().forEach(DirectoryLock::close);
    }
}
