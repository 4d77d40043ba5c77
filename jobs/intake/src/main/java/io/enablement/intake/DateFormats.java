package io.enablement.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which a file writes dates and times; the first that fits counts. */
final class DateFormats {

    private static final Pattern YEAR_OUTSIDE_QUOTES = Pattern.compile("'[^']*'|y+");

    private final List<String> patterns;
    private final List<DateTimeFormatter> formatters;
    private final ZoneId zone;

    /** The zone is that of times without an offset; without patterns only the standard is read. */
    DateFormats(List<String> patterns, ZoneId zone) {
        this.patterns = patterns;
        this.formatters = patterns.stream().map(DateFormats::formatter).toList();
        this.zone = zone;
    }

    DateFormats with(List<String> otherPatterns) {
        return new DateFormats(otherPatterns, zone);
    }

    /** The same moment as RFC 3339, or the same date as {@code 2026-03-01}. */
    String standard(String field, String text) throws RowRejected {
        if (patterns.isEmpty()) {
            return text;
        }
        for (DateTimeFormatter formatter : formatters) {
            try {
                return standard(read(formatter, text));
            } catch (DateTimeParseException e) {
                // The next pattern may fit.
            }
        }
        throw new RowRejected(
                RejectionReason.BAD_TIME,
                field + " " + Texts.quoted(text) + " is not written as " + patterns + ".");
    }

    /**
     * Midnight of a date in the zone, for fields where no quality says that only the day is known.
     */
    String startOfDay(String standard) {
        if (!Times.isDate(standard)) {
            return standard;
        }
        try {
            return standard(LocalDate.parse(standard).atStartOfDay(zone).toOffsetDateTime());
        } catch (DateTimeException e) {
            // The conversion says what is wrong with the date.
            return standard;
        }
    }

    /** Fails with {@link IllegalArgumentException} where the pattern is none. */
    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(withProlepticYear(pattern), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static TemporalAccessor read(DateTimeFormatter formatter, String text) {
        return formatter.parseBest(
                text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    private String standard(TemporalAccessor time) {
        if (time instanceof LocalDate date) {
            return date.toString();
        }
        if (time instanceof LocalDateTime local) {
            return standard(ZonedDateTime.of(local, zone).toOffsetDateTime());
        }
        return standard((OffsetDateTime) time);
    }

    private static String standard(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** Strict reading needs an era beside yyyy; people who write yyyy mean uuuu. */
    private static String withProlepticYear(String pattern) {
        return YEAR_OUTSIDE_QUOTES
                .matcher(pattern)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        found.group().startsWith("'")
                                                ? found.group()
                                                : found.group().replace('y', 'u')));
    }
}
