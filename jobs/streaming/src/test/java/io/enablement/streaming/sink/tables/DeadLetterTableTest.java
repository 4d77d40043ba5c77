package io.enablement.streaming.sink.tables;

import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.Change;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Rejection;
import io.enablement.domain.event.Rejection.Reason;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.RowBytes;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTableTest {

    private static final byte[] BYTES = {1, 2};

    /** What a producer that gives microseconds for milliseconds says in January 2026. */
    private static final long YEAR_57971 = 1_767_571_200_000_000_000L;

    @Test
    void saysWhenTheRecordCameIntoItsTopic() {
        assertThat(row(JAN_5.micros()).columns())
                .endsWith(rest(Instant.parse("2026-01-05T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1000, 0, YEAR_57971, Long.MAX_VALUE})
    void saysNothingWhereTheTimeOfTheRecordCannotBeOne(long micros) {
        assertThat(row(micros).columns()).endsWith(rest(null));
    }

    private static Row row(long logMicros) {
        DeadLetter letter =
                new DeadLetter(
                        "deal-events",
                        3,
                        42,
                        logMicros,
                        "d-1",
                        BYTES,
                        "",
                        new Rejection(Reason.UNREADABLE, "no message"),
                        "",
                        "");
        return new DeadLetterTable().map(Change.to(letter));
    }

    /** What stands behind the key of the row. */
    private static byte[] rest(Instant recordAt) {
        return new RowBytes()
                .string("no message")
                .nullable(recordAt, RowBytes::dateTime64)
                .string("d-1")
                .string("")
                .string("")
                .bytes(BYTES)
                .toBytes();
    }
}
