package io.enablement.bench.contest;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures a run from the first event that is read: what starts before it, a job or a topology, is
 * paid once and not for each event.
 */
public final class Clock {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static volatile long startedNanos;
    private static volatile long startedCpuNanos;

    private Clock() {}

    /** The next event is the first one. */
    public static void reset() {
        startedNanos = 0;
    }

    /** To be called with every event. */
    public static void eventIsRead() {
        if (startedNanos == 0) {
            start();
        }
    }

    /** Time and CPU of this process since the first event. */
    public static Lap stop() {
        return new Lap(
                System.nanoTime() - startedNanos, SYSTEM.getProcessCpuTime() - startedCpuNanos);
    }

    /** All CPU time that this process has used. */
    public static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    private static synchronized void start() {
        if (startedNanos == 0) {
            startedCpuNanos = SYSTEM.getProcessCpuTime();
            startedNanos = System.nanoTime();
        }
    }

    /** What a run took. */
    public record Lap(long wallNanos, long cpuNanos) {}
}
