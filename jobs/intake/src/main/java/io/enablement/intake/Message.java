package io.enablement.intake;

import java.util.LinkedHashMap;
import java.util.Map;

/** A record for Kafka: an encoded event, or a row that could not become one. */
public record Message(String topic, String key, byte[] value, Map<String, String> headers) {

    /** The code of a {@link RejectionReason}. */
    public static final String REASON = "reason";

    /** What is wrong, in a sentence. */
    public static final String DETAIL = "detail";

    /** File and line, for example {@code deals.csv:17}. */
    public static final String ORIGIN = "origin";

    /** The columns of the CSV file that the row comes from, as a JSON array. */
    public static final String COLUMNS = "columns";

    static Message event(String topic, String key, byte[] value) {
        return new Message(topic, key, value, Map.of());
    }

    /**
     * @param kept what else is needed to read the row again
     */
    static Message rejected(RawRow row, RowRejected rejection, Map<String, String> kept) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(REASON, rejection.reason().name());
        headers.put(DETAIL, rejection.getMessage());
        headers.put(ORIGIN, row.origin());
        headers.putAll(kept);
        return new Message(Topics.REJECTED, row.origin(), row.bytes(), headers);
    }

    public boolean isRejected() {
        return topic.equals(Topics.REJECTED);
    }
}
