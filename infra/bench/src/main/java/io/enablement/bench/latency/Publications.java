package io.enablement.bench.latency;

import io.enablement.bench.contest.Database;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The checkpoints of the job of the numbers that readers may see. */
public final class Publications {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Publications() {}

    /** 0 before the first one. */
    public static long newest(Database database, int generation) {
        return database.number(
                """
                SELECT max(checkpoint) FROM pipeline_status
                WHERE job = 'cohort-metrics' AND generation = %d
                """
                        .formatted(generation));
    }

    /** How many records of all topics are counted in what is published. */
    public static long records(Database database, int generation) {
        return database.number(
                """
                SELECT sum(arraySum(mapValues(records_in))) FROM pipeline_status FINAL
                WHERE job = 'cohort-metrics' AND generation = %d
                """
                        .formatted(generation));
    }

    /** Waits; tells whether it has happened in time. */
    public static boolean await(Duration patience, BooleanSupplier happened) {
        long end = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
