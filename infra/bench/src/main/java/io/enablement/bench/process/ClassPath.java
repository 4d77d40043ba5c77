package io.enablement.bench.process;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The libraries of a process. Flink and Kafka Streams bring RocksDB in two versions whose classes
 * have the same names, so no process sees both.
 */
public enum ClassPath {
    FLINK("rocksdbjni-"),
    KAFKA_STREAMS("frocksdbjni-");

    private final String leftOut;

    ClassPath(String leftOut) {
        this.leftOut = leftOut;
    }

    /** As options of a JVM. */
    public List<String> options() {
        String entries =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !new File(entry).getName().startsWith(leftOut))
                        .collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", entries);
    }
}
