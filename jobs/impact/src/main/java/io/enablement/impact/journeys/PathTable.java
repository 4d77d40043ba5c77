package io.enablement.impact.journeys;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.enablement.impact.UnusableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads journeys from a CSV file in UTF-8 with the columns {@code path}, {@code total_conversions},
 * {@code total_conversion_value} and {@code total_null} in any order; the last two may be missing.
 */
public final class PathTable {

    private final Path file;
    private final String separator;
    private final List<String> problems = new ArrayList<>();
    private final List<Journey> journeys = new ArrayList<>();

    private PathTable(Path file, String separator) {
        this.file = file;
        this.separator = separator;
    }

    /**
     * @param separator what stands between two channels of a path
     * @throws UnusableFileException with all problems of the file
     */
    public static List<Journey> read(Path file, String separator) {
        PathTable table = new PathTable(file, separator);
        table.read();
        if (!table.problems.isEmpty()) {
            throw new UnusableFileException("path table", file, table.problems);
        }
        return List.copyOf(table.journeys);
    }

    private void read() {
        if (separator.isEmpty()) {
            problems.add("the separator of channels is empty; name it, for example ' > '");
            return;
        }
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            read(reader.iterator());
        } catch (NoSuchFileException e) {
            problems.add("there is no such file");
        } catch (MalformedInputException e) {
            problems.add("it is not text in UTF-8; save it as UTF-8");
        } catch (IOException | UncheckedIOException e) {
            problems.add(unreadable(e));
        } catch (CsvParseException e) {
            problems.add("it is not CSV: " + e.getMessage());
        }
    }

    private static String unreadable(Exception problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return cause instanceof MalformedInputException
                ? "it is not text in UTF-8; save it as UTF-8"
                : "it cannot be read: " + cause.getMessage();
    }

    private void read(Iterator<CsvRecord> records) {
        if (!records.hasNext()) {
            problems.add(
                    "it is empty; its first line has to name the columns " + PathColumns.NAMES);
            return;
        }
        Optional<PathColumns> columns = PathColumns.of(records.next().getFields(), problems);
        if (columns.isEmpty()) {
            return;
        }
        SeparatorCheck check = new SeparatorCheck(separator);
        while (records.hasNext()) {
            CsvRecord record = records.next();
            PathRow row = new PathRow(record, columns.get(), problems);
            List<String> channels = row.channels(separator);
            check.see(record.getStartingLineNumber(), channels);
            row.journey(channels).ifPresent(journeys::add);
        }
        check.problem().ifPresent(problems::add);
        if (journeys.isEmpty() && problems.isEmpty()) {
            problems.add("it has no paths below its first line");
        }
    }
}
