package io.enablement.intake;

/** Why a row of a file could not become an event; the code in the header {@code reason}. */
public enum RejectionReason {
    /** The line is longer than a Kafka record may be; only its beginning is kept. */
    LINE_TOO_LONG,
    /** The bytes are not text in the stated encoding. */
    BAD_ENCODING,
    /** The line is not one JSON object. */
    MALFORMED_JSON,
    /** A quote of a CSV row is never closed, or text follows the closing one. */
    BAD_QUOTE,
    /** The CSV row has more or fewer fields than the header. */
    WRONG_FIELD_COUNT,
    /** The event belongs to no known family. */
    UNKNOWN_FAMILY,
    /** A field is not in the schema of the family. */
    UNKNOWN_FIELD,
    /** A field that every event of the family needs is absent. */
    MISSING_FIELD,
    /** A value is of another type than the field. */
    WRONG_TYPE,
    /** A value is not in the list of allowed ones. */
    UNKNOWN_VALUE,
    /** A time or date cannot be read, or contradicts its quality. */
    BAD_TIME,
    /** An amount cannot be read exactly in its currency. */
    BAD_AMOUNT,
    /** A lookup table has no such key. */
    LOOKUP_MISSING,
    /** No event of the mapping applies to the row. */
    NO_EVENT
}
