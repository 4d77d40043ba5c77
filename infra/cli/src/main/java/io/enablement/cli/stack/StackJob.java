package io.enablement.cli.stack;

import java.util.List;

/**
 * A job that a stack runs, the generation that it writes, and what it reads.
 *
 * @param consumerGroup where Kafka shows how far it has read
 */
public record StackJob(String name, long generation, String consumerGroup, List<String> topics) {

    /** Under which name its snapshots lie: each generation goes on from its own. */
    String snapshots() {
        return snapshots(name, generation);
    }

    static String snapshots(String name, long generation) {
        return generation == 1 ? name : name + "-" + generation;
    }
}
