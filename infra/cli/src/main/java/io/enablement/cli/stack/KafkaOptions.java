package io.enablement.cli.stack;

import io.enablement.cli.console.RunException;
import io.enablement.intake.Topics;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Option;

/** A Kafka to use instead of a local one, and how topics are made. */
public final class KafkaOptions {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:ENABLEMENT_KAFKA:-}",
            description = "Bootstrap servers of a Kafka to use instead of a local one.")
    private String servers;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "${env:ENABLEMENT_PARTITIONS:-2}",
            description = "Partitions of a topic that is created (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "${env:ENABLEMENT_REPLICATION:-1}",
            description = "Copies of a topic that is created (default: ${DEFAULT-VALUE}).")
    private int replication;

    /** Empty for the local one. */
    public String servers() {
        return servers;
    }

    public boolean isGiven() {
        return !servers.isEmpty();
    }

    /** Fails where Kafka does not answer. */
    void check(String bootstrapServers) {
        try (EventLog log = EventLog.of(bootstrapServers)) {
            log.check();
        }
    }

    public void createTopics(String bootstrapServers) {
        createTopics(bootstrapServers, List.of());
    }

    /** With at least so many partitions each, if they are not there yet. */
    public void createTopics(String bootstrapServers, Collection<Integer> leastPartitions) {
        check(bootstrapServers);
        int most = leastPartitions.stream().mapToInt(Integer::intValue).max().orElse(0);
        try {
            Topics.create(bootstrapServers, Math.max(partitions, most), replication);
        } catch (IllegalStateException e) {
            throw new RunException(e.getMessage(), e);
        }
    }
}
