package io.enablement.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RetentionTest {

    private static final Retention SIX_MONTHS = new Retention(6);
    private static final long JAN_31 = millis("2026-01-31T00:00:00Z");

    @Test
    void endsTheHorizonAndThirtyDaysLater() {
        assertThat(SIX_MONTHS.endMillis(1_000 * JAN_31)).isEqualTo(millis("2026-08-30T00:00:00Z"));
    }

    @Test
    void startsTheHorizonAndThirtyDaysEarlier() {
        assertThat(SIX_MONTHS.startMicros(millis("2026-08-30T00:00:00Z")))
                .isEqualTo(1_000 * JAN_31);
    }

    @Test
    void gracesWhatWasTouchedForThirtyDays() {
        assertThat(SIX_MONTHS.graceMillis(JAN_31)).isEqualTo(millis("2026-03-02T00:00:00Z"));
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
