package io.enablement.streaming.sink.tables;

import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Moment;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * Table {@code dead_letter}: what could not be counted, for reasons that differ between the jobs
 * that write it. What comes from a file is known by its place in the file and its bytes, so that
 * reading a file again adds nothing; what comes from a topic is known by its place in the topic.
 */
public final class DeadLetterTable extends StateTable<DeadLetter> {

    private static final long serialVersionUID = 1;
    private static final long END_OF_2099_MICROS =
            Instant.parse("2100-01-01T00:00:00Z").getEpochSecond() * 1_000_000;

    public DeadLetterTable() {
        super(
                Table.replacing(
                                "dead_letter",
                                "reason",
                                "topic",
                                "partition",
                                "offset",
                                "origin",
                                "payload_hash",
                                "detail",
                                "record_at",
                                "record_key",
                                "event_source",
                                "event_id",
                                "payload")
                        .sharedByJobs());
    }

    @Override
    void writeKey(RowBytes row, DeadLetter letter) {
        boolean fromFile = !letter.origin().isEmpty();
        row.string(letter.rejection().reason().label())
                .string(letter.topic())
                .int32(fromFile ? -1 : letter.partition())
                .int64(fromFile ? -1 : letter.offset())
                .string(letter.origin())
                .hash64(hash(letter.payload()));
    }

    @Override
    void writeRest(RowBytes row, DeadLetter letter) {
        row.string(letter.rejection().detail());
        Times.write(row, loggedAt(letter.logMicros()));
        row.string(letter.key())
                .string(letter.source())
                .string(letter.id())
                .bytes(letter.payload());
    }

    /** The producer of a bad record may have set its time as well: to none, or in another unit. */
    private static Moment loggedAt(long micros) {
        return micros > 0 && micros < END_OF_2099_MICROS ? Moment.of(micros) : Moment.UNKNOWN;
    }

    private static long hash(byte[] payload) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(payload);
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
