package io.enablement.streaming.ingest;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.QuotaEvents;
import io.enablement.domain.event.Moment;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Catches a watermark that bytes which are no event could drive ahead. */
class RecordedAtTest {

    private static final byte[] MESSAGE =
            new DealFormat().write(DealEvents.won(JAN_5).recorded(FEB_4).event());

    @Test
    void isReadFromTheBytes() {
        assertThat(RecordedAt.millis(message(MESSAGE, FEB_4))).isEqualTo(FEB_4.micros() / 1_000);
    }

    @Test
    void isReadFromWhatStateKeeps() {
        QuotaFormat format = new QuotaFormat();
        byte[] packed = format.pack(QuotaEvents.set("2026", 1, JAN_5).recorded(FEB_4).event());

        assertThat(format.recordedMicros(packed)).isEqualTo(FEB_4.micros());
    }

    @Test
    void isNothingWhereItIsAheadOfTheLog() {
        assertThat(RecordedAt.millis(message(MESSAGE, JAN_5))).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void isNothingWhereTheBytesAreNoMessage() {
        assertThat(RecordedAt.millis(message(new byte[0], FEB_4))).isEqualTo(Long.MIN_VALUE);
        assertThat(
                        RecordedAt.millis(
                                message(
                                        "not a message at all".getBytes(StandardCharsets.UTF_8),
                                        FEB_4)))
                .isEqualTo(Long.MIN_VALUE);
    }

    private static RawMessage message(byte[] value, Moment sent) {
        return new RawMessage(
                "deal-events", 0, 0, sent.micros() / 1_000, new byte[0], value, Map.of());
    }
}
