package io.enablement.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as files write them: RFC 3339 with an offset, or a plain date. */
final class Times {

    private static final int DATE_LENGTH = "2026-03-01".length();

    private Times() {}

    /** Every time with an offset is longer than a date. */
    static boolean isDate(String text) {
        return text.length() == DATE_LENGTH;
    }

    /** Microseconds since 1970; a plain date is its midnight UTC, finer fractions are cut off. */
    static long micros(String field, String text) throws RowRejected {
        try {
            return micros(instant(text));
        } catch (DateTimeException | ArithmeticException e) {
            throw new RowRejected(
                    RejectionReason.BAD_TIME,
                    field
                            + " "
                            + Texts.quoted(text)
                            + " is neither a time with an offset like 2026-03-01T10:00:00Z nor a"
                            + " date like 2026-03-01.");
        }
    }

    private static Instant instant(String text) {
        return isDate(text)
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
                instant.getNano() / 1_000L);
    }
}
