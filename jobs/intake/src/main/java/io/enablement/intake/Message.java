package io.enablement.intake;

import java.util.Map;

/** A record for Kafka: an encoded event, or a row that could not become one. */
public record Message(String topic, String key, byte[] value, Map<String, String> headers) {

    /** The code of a {@link RejectionReason}. */
    public static final String REASON = "reason";

    /** What is wrong, in a sentence. */
    public static final String DETAIL = "detail";

    /** File and line, for example {@code deals.csv:17}. */
    public static final String ORIGIN = "origin";

    static Message event(String topic, String key, byte[] value) {
        return new Message(topic, key, value, Map.of());
    }

    static Message rejected(RawRow row, RowRejected rejection) {
        return new Message(
                Topics.REJECTED,
                row.origin(),
                row.bytes(),
                Map.of(
                        REASON, rejection.reason().name(),
                        DETAIL, rejection.getMessage(),
                        ORIGIN, row.origin()));
    }

    public boolean isRejected() {
        return topic.equals(Topics.REJECTED);
    }
}
