package io.enablement.cli;

import java.util.List;

/**
 * A job that a stack runs, the generation that it writes, and what it reads.
 *
 * @param consumerGroup where Kafka shows how far it has read
 */
record StackJob(String name, long generation, String consumerGroup, List<String> topics) {}
