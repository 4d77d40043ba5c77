package io.enablement.streaming.job;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
final class Patience {

    /** A slow machine is no failure, and the long version has other work beside it for hours. */
    private static final Duration LONGEST =
            Duration.ofMinutes(Boolean.getBoolean("test.long") ? 10 : 5);

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
     * Waits for five minutes at most, in the long version for ten: what hangs ends.
     *
     * @param what as in "published every record"
     */
    static void until(String what, BooleanSupplier happened) {
        if (!Failsafe.with(UNTIL_TRUE).get(happened::getAsBoolean)) {
            throw new AssertionError(
                    "In %d minutes nobody has %s%s"
                            .formatted(LONGEST.toMinutes(), what, JavaProgram.logs()));
        }
    }
}
