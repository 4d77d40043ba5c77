package io.enablement.bench.contest;

import java.nio.file.Path;

/**
 * What a contestant is told for one run.
 *
 * @param set whose topics it reads
 * @param events how many stand in them
 * @param number of the run, different for each
 * @param variant of the contestant, as its main entry names them
 */
public record Race(
        String set,
        long events,
        int number,
        String variant,
        String kafka,
        String clickHouse,
        String user,
        String password,
        String database,
        String directory) {

    /** A directory of this run alone. */
    public Path place() {
        return Path.of(directory, "run-" + number);
    }
}
