package io.enablement.streaming.job;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final RetryPolicy<Boolean> UNTIL_TRUE =
            RetryPolicy.<Boolean>builder()
                    .handleIf(failure -> false)
                    .handleResult(false)
                    .withDelay(Duration.ofMillis(50))
                    .withMaxAttempts(-1)
                    .withMaxDuration(LONGEST)
                    .build();

    private Patience() {}

    /**
     * Waits for five minutes at most: what hangs ends, and a slow machine is no failure.
     *
     * @param what as in "published every record"
     */
    static void until(String what, BooleanSupplier happened) {
        if (!Failsafe.with(UNTIL_TRUE).get(happened::getAsBoolean)) {
            throw new AssertionError("In five minutes nobody has " + what + JavaProgram.logs());
        }
    }
}
