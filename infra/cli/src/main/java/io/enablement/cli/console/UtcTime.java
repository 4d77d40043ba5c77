package io.enablement.cli.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as a person types it and as ClickHouse reads it, in UTC. */
public final class UtcTime {

    /** Stands for now in the views of what was shown. */
    public static final String NOW = "2299-01-01 00:00:00";

    private static final DateTimeFormatter CLICKHOUSE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private UtcTime() {}

    /** A date stands for its first moment; "" stays "". */
    public static String parse(String option, String text) {
        if (text.isEmpty()) {
            return "";
        }
        try {
            Instant time =
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            return CLICKHOUSE.format(time);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "%s '%s' is no time like 2026-03-01T10:00:00Z and no date like 2026-03-01"
                            .formatted(option, text),
                    e);
        }
    }

    /** Without the fraction where there is none. */
    public static String forPeople(String time) {
        return time.replaceFirst("\\.0+$", "");
    }
}
