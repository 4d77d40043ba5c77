package io.enablement.impact.journeys;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of a path table; what is wrong with it is added to the problems. */
final class PathRow {

    private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000_000_000_000L);

    private final CsvRecord record;
    private final PathColumns columns;
    private final List<String> problems;

    PathRow(CsvRecord record, PathColumns columns, List<String> problems) {
        this.record = record;
        this.columns = columns;
        this.problems = problems;
    }

    /** The channels of the path; empty where it cannot be read. */
    List<String> channels(String separator) {
        if (record.getFieldCount() != columns.all()) {
            report(
                    "has %d fields, not %d; quote paths that contain commas"
                            .formatted(record.getFieldCount(), columns.all()));
            return List.of();
        }
        String path = record.getField(columns.path());
        if (path.isBlank()) {
            report(
                    PathColumns.PATH,
                    "is empty; a journey without touches has no channel to credit");
            return List.of();
        }
        List<String> channels =
                Arrays.stream(path.split(Pattern.quote(separator), -1)).map(String::strip).toList();
        if (channels.contains("")) {
            report(
                    PathColumns.PATH,
                    "has an empty channel at place %d; remove a separator '%s'"
                            .formatted(channels.indexOf("") + 1, separator));
            return List.of();
        }
        return channels;
    }

    /** Empty where a number is none, and where nothing went this way. */
    Optional<Journey> journey(List<String> channels) {
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> won = count(PathColumns.WON, columns.won());
        Optional<BigDecimal> value = number(PathColumns.VALUE, columns.value());
        Optional<BigDecimal> lost = count(PathColumns.LOST, columns.lost());
        if (won.isEmpty() || value.isEmpty() || lost.isEmpty()) {
            return Optional.empty();
        }
        if (won.get().signum() == 0 && value.get().signum() > 0) {
            report(PathColumns.VALUE, "is not 0, but " + PathColumns.WON + " is; correct one");
            return Optional.empty();
        }
        return Optional.of(
                new Journey(
                        channels,
                        won.get().longValueExact(),
                        lost.get().longValueExact(),
                        value.get().doubleValue()));
    }

    private Optional<BigDecimal> count(String column, int place) {
        Optional<BigDecimal> number = number(column, place);
        if (number.isEmpty()) {
            return number;
        }
        if (number.get().stripTrailingZeros().scale() > 0) {
            report(column, "is '" + record.getField(place) + "', not a whole number");
            return Optional.empty();
        }
        return number;
    }

    private Optional<BigDecimal> number(String column, int place) {
        if (place == PathColumns.ABSENT) {
            return Optional.of(BigDecimal.ZERO);
        }
        String text = record.getField(place).strip();
        if (text.isEmpty()) {
            report(column, "is empty; write 0 for none");
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() >= 0 && number.compareTo(GREATEST) <= 0) {
                return Optional.of(number);
            }
            report(column, "is " + text + "; counts and values go from 0 to 10^15");
        } catch (NumberFormatException e) {
            report(column, "is '" + text + "', not a number; write it like 12 or 12.50");
        }
        return Optional.empty();
    }

    private void report(String column, String problem) {
        problems.add(
                "line %d, column %s: %s"
                        .formatted(record.getStartingLineNumber(), column, problem));
    }

    private void report(String problem) {
        problems.add("line %d: %s".formatted(record.getStartingLineNumber(), problem));
    }
}
