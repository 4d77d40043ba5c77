package io.enablement.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish of a person or the system that this process ends; it waits until the work is closed. */
public final class StopSignal implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean clean;

    /** From now on; until then, a signal ends the process at once. */
    public void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::holdUntilClosed, "stop-signal"));
    }

    /** Whether the signal comes within that time. */
    public boolean within(long millis) throws InterruptedException {
        return asked.await(millis, TimeUnit.MILLISECONDS);
    }

    /** All work is closed as it should be. */
    public void workIsClosed() {
        clean = true;
    }

    /** The process may end now. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void holdUntilClosed() {
        asked.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (clean) {
            // A stop that was asked for and went well is no failure: not 130 or 143.
            Runtime.getRuntime().halt(0);
        }
    }
}
