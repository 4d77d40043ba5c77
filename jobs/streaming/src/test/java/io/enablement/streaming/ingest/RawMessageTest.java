package io.enablement.streaming.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RawMessageTest {

    @Test
    void aTimeFarAheadStaysFarAhead() {
        assertThat(loggedAt(Long.MAX_VALUE / 2).logMicros()).isEqualTo(Long.MAX_VALUE);
    }

    private static RawMessage loggedAt(long millis) {
        return new RawMessage("deal-events", 0, 0, millis, new byte[0], new byte[0], Map.of());
    }
}
