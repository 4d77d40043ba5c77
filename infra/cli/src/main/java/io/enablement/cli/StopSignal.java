package io.enablement.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish of a person or the system that this process ends; it waits until the work is closed. */
final class StopSignal {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private StopSignal() {}

    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::holdUntilDone, "stop-signal"));
        return signal;
    }

    /** Whether the signal comes within that time. */
    boolean within(long millis) throws InterruptedException {
        return asked.await(millis, TimeUnit.MILLISECONDS);
    }

    /** The process may end now. */
    void done() {
        done.countDown();
    }

    private void holdUntilDone() {
        asked.countDown();
        try {
            done.await();
            // A stop that was asked for and went well is no failure: not 130 or 143.
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
