package io.enablement.streaming.ingest;

import io.enablement.domain.event.PackedReader;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * When a record was recorded, read from its bytes: the messages of all families begin with id,
 * source, occurred_at and recorded_at.
 */
public final class RecordedAt {

    private static final int HEADER = 10; // two bytes of a marker, eight of a fingerprint
    private static final long NEVER = Long.MIN_VALUE;
    private static final long MOST_MICROS_AHEAD = TimeUnit.DAYS.toMicros(1);

    private RecordedAt() {}

    /**
     * The lowest recorded_at over all partitions, of each the greatest that was read from it. A
     * partition that is silent, or from which nothing was read yet, holds it back: then state is
     * only kept for longer.
     */
    public static WatermarkStrategy<RawMessage> watermarks() {
        return WatermarkStrategy.<RawMessage>forMonotonousTimestamps()
                .withTimestampAssigner((message, former) -> millis(message));
    }

    /** What cannot be read, or is ahead of the log, moves nothing. */
    static long millis(RawMessage message) {
        try {
            long micros = micros(message.value(), HEADER);
            return micros - MOST_MICROS_AHEAD > message.logMicros()
                    ? NEVER
                    : TimeUnit.MICROSECONDS.toMillis(micros);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return NEVER; // no message
        }
    }

    /**
     * @param body where the Avro body begins
     */
    static long micros(byte[] bytes, int body) {
        PackedReader fields = new PackedReader(bytes, body);
        fields.skip();
        fields.skip();
        fields.number();
        return fields.number();
    }
}
