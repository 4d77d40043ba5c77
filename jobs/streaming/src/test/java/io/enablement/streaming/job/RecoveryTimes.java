package io.enablement.streaming.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long it took after each fault until all that had been sent by then was shown: told, not
 * judged.
 */
final class RecoveryTimes {

    private static final Path FILE = Path.of("target", "recovery-times.txt");

    private final List<String> lines = new ArrayList<>();
    private Fault fault;
    private long begin;

    void begin(Fault next) {
        fault = next;
        begin = System.nanoTime();
    }

    /**
     * @param comparisons how often the polling reader has compared ledgers and results meanwhile
     */
    void end(int comparisons) throws IOException {
        double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1_000.0;
        String line = "%-32s %6.1f s, read %d times".formatted(fault, seconds, comparisons);
        System.out.println(line);
        lines.add(line);
        Files.write(FILE, lines);
    }
}
