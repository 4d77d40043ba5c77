package io.enablement.streaming.sink;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one job writes, and how.
 *
 * @param job its name in pipeline_status and in every token
 * @param generation the generation it writes
 * @param decisions the settings that decide numbers, as text: the same as long as a generation is
 *     written, for its sums hold what the earlier ones decided
 * @param spillDirectory where large blocks wait for their checkpoint; on the same storage as the
 *     checkpoints, which point to them
 * @param rowsPerBlock the greatest number of rows of one insert
 * @param bytesPerBlock after how many bytes a block ends, uncompressed
 * @param spillBytes compressed size from which a block is written to the spill directory
 * @param recorded the settings that decide numbers, name by name, kept beside the results for
 *     whoever goes on with them
 */
public record SinkSettings(
        ClickHouseSettings clickHouse,
        String job,
        long generation,
        String decisions,
        String spillDirectory,
        int rowsPerBlock,
        int bytesPerBlock,
        int spillBytes,
        SortedMap<String, String> recorded)
        implements Serializable {
    public static final int ROWS_PER_BLOCK = 100_000;
    public static final int BYTES_PER_BLOCK = 32 * 1024 * 1024;
    public static final int SPILL_BYTES = 256 * 1024;

    public SinkSettings {
        List<String> problems = new ArrayList<>();
        if (!job.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            problems.add("the job '%s' is not lower case with hyphens".formatted(job));
        }
        if (generation < 1 || generation > 0xFFFF_FFFFL) {
            problems.add("the generation %d is not within 1 to 2^32-1".formatted(generation));
        }
        if (spillDirectory.isEmpty()) {
            problems.add("the directory for large blocks is empty");
        }
        if (rowsPerBlock < 1 || bytesPerBlock < 1 || spillBytes < 1) {
            problems.add("the limits of a block are not positive");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    public SinkSettings(
            ClickHouseSettings clickHouse,
            String job,
            long generation,
            String decisions,
            String spillDirectory) {
        this(
                clickHouse,
                job,
                generation,
                decisions,
                spillDirectory,
                ROWS_PER_BLOCK,
                BYTES_PER_BLOCK,
                SPILL_BYTES,
                new TreeMap<>());
    }

    public SinkSettings recording(SortedMap<String, String> newRecorded) {
        return new SinkSettings(
                clickHouse,
                job,
                generation,
                decisions,
                spillDirectory,
                rowsPerBlock,
                bytesPerBlock,
                spillBytes,
                newRecorded);
    }
}
