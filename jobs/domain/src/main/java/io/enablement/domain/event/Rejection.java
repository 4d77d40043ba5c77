package io.enablement.domain.event;

import java.util.Locale;

/** Why a record or an event was turned away, in one word and in one sentence. */
public record Rejection(Reason reason, String detail) {

    /** The reasons; each is a value of {@code dead_letter.reason}. */
    public enum Reason {
        /** The bytes are not a message. */
        UNREADABLE,
        /** The message was written with a schema that was never released. */
        UNKNOWN_SCHEMA,
        /** The event makes no sense by itself. */
        INVALID,
        /** Another content under the same identity counts. */
        CONFLICT,
        /** It was recorded longer after it happened than the horizon allows. */
        TOO_LATE,
        /** One of its clocks is more than a day ahead of the log. */
        FUTURE,
        /** The loader could not make an event of it. */
        REJECTED,
        /** The history that it belongs to is older than the horizon and was dropped. */
        FROZEN;

        /** Its name in tables and files, for example {@code unknown_schema}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
