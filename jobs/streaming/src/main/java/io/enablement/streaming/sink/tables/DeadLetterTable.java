package io.enablement.streaming.sink.tables;

import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Moment;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Table {@code dead_letter}: what could not be counted. What comes from a file is known by its
 * place in the file and its bytes, so that reading a file again adds nothing; what comes from a
 * topic is known by its place in the topic.
 */
public final class DeadLetterTable extends StateTable<DeadLetter> {

    private static final long serialVersionUID = 1;

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
                        "payload"));
    }

    @Override
    void writeKey(RowBytes row, DeadLetter letter) {
        boolean fromFile = !letter.origin().isEmpty();
        row.string(letter.rejection().reason().name().toLowerCase(Locale.ROOT))
                .string(letter.topic())
                .int32(fromFile ? -1 : letter.partition())
                .int64(fromFile ? -1 : letter.offset())
                .string(letter.origin())
                .hash64(hash(letter.payload()));
    }

    @Override
    void writeRest(RowBytes row, DeadLetter letter) {
        row.string(letter.rejection().detail());
        Times.write(row, Moment.of(letter.logMicros()));
        row.string(letter.key())
                .string(letter.source())
                .string(letter.id())
                .bytes(letter.payload());
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
