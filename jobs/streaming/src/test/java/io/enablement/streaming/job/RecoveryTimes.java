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

    void end() {
        double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1_000.0;
        lines.add("%-32s %6.1f s".formatted(fault, seconds));
    }

    void write(int records, int comparisons) throws IOException {
        lines.add(
                "%d records; ledgers and results compared %d times"
                        .formatted(records, comparisons));
        Files.write(FILE, lines);
        lines.forEach(System.out::println);
    }
}
