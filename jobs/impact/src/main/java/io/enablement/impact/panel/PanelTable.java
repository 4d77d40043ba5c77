package io.enablement.impact.panel;

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
 * Reads a panel from a CSV file in UTF-8 with a line for each unit and period. Times are whole
 * numbers or months like 2026-03; a cohort of 0 or nothing is {@link Panel#NEVER}; an outcome of
 * nothing, or NA, was not observed.
 */
public final class PanelTable {

    private static final int MOST_PROBLEMS = 1_000;

    private final Path file;
    private final PanelColumns columns;
    private final List<String> problems = new ArrayList<>();

    private PanelTable(Path file, PanelColumns columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * @throws UnusableFileException with all problems of the file, or the first thousand
     */
    public static Panel read(Path file, PanelColumns columns) {
        PanelTable table = new PanelTable(file, columns);
        Optional<Panel> panel = table.read();
        if (panel.isEmpty() || !table.problems.isEmpty()) {
            throw new UnusableFileException("panel", file, table.problems);
        }
        return panel.get();
    }

    private Optional<Panel> read() {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            return read(reader.iterator());
        } catch (NoSuchFileException e) {
            problems.add("there is no such file");
        } catch (IOException | UncheckedIOException e) {
            problems.add(unreadable(e));
        } catch (CsvParseException e) {
            problems.add("it is not CSV: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static String unreadable(Exception problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return problem instanceof MalformedInputException
                        || cause instanceof MalformedInputException
                ? "it is not text in UTF-8; save it as UTF-8"
                : "it cannot be read: " + cause.getMessage();
    }

    private Optional<Panel> read(Iterator<CsvRecord> records) {
        if (!records.hasNext()) {
            problems.add(
                    "it is empty; its first line has to name the columns "
                            + String.join(",", columns.names()));
            return Optional.empty();
        }
        Optional<PanelHeader> header =
                PanelHeader.of(records.next().getFields(), columns, problems);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        PanelRowReader rows = new PanelRowReader(columns, header.get(), problems);
        PanelAssembly assembly = new PanelAssembly(columns, problems);
        while (records.hasNext() && problems.size() < MOST_PROBLEMS) {
            rows.read(records.next()).ifPresent(assembly::add);
        }
        if (problems.size() >= MOST_PROBLEMS) {
            problems.add("and possibly more: the rest of the file was not looked at");
        }
        return problems.isEmpty() ? assembly.panel(rows.scale()) : Optional.empty();
    }
}
