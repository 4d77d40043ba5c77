package io.enablement.cli.people;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.enablement.cli.console.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads who is who from a CSV file under the line rep_id,name. */
final class NameFile {

    private static final int SHOWN_PROBLEMS = 20;

    private NameFile() {}

    /** The names by rep, none where a line is wrong: all problems are named at once. */
    static Map<String, String> read(Path file) {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String rep = row.findField("rep_id").orElse("").strip();
                String name = row.findField("name").orElse("").strip();
                if (rep.isEmpty() || name.isEmpty()) {
                    problems.add(
                            "%s, line %d: %s is missing; write rep_id,name"
                                    .formatted(
                                            file,
                                            row.getStartingLineNumber(),
                                            rep.isEmpty() ? "rep_id" : "name"));
                } else if (names.putIfAbsent(rep, name) != null) {
                    problems.add(
                            "%s, line %d: rep_id %s stands there twice; leave one"
                                    .formatted(file, row.getStartingLineNumber(), rep));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("%s cannot be read: %s".formatted(file, e.getMessage()));
        } catch (CsvParseException e) {
            throw new UsageException("%s is no CSV file: %s".formatted(file, e.getMessage()));
        }
        if (!problems.isEmpty()) {
            throw new UsageException(
                    String.join(
                                    "\n",
                                    problems.subList(0, Math.min(SHOWN_PROBLEMS, problems.size())))
                            + (problems.size() > SHOWN_PROBLEMS
                                    ? "\nand %d more".formatted(problems.size() - SHOWN_PROBLEMS)
                                    : ""));
        }
        return names;
    }
}
