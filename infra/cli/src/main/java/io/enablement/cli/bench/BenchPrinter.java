package io.enablement.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.OutputFormat;
import io.enablement.cli.console.TextTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Shows what the benchmarks have found: two tables, or the comparisons alone as CSV, or all as
 * JSON.
 */
final class BenchPrinter {

    private static final int PAGE_WIDTH = 118;
    private static final List<String> COLUMNS =
            List.of("item", "compared", "target", "median", "least", "greatest", "verdict");

    private final Console console;

    BenchPrinter(Console console) {
        this.console = console;
    }

    void print(BenchResults results, OutputFormat format) {
        switch (format) {
            case TABLE -> printTables(results);
            case CSV -> printCsv(results);
            case JSON -> printJson(results);
        }
    }

    private void printTables(BenchResults results) {
        new TextTable(BenchTables.MEASUREMENT_HEADINGS, 1, BenchTables.measurements(results))
                .lines(PAGE_WIDTH)
                .forEach(console::result);
        console.plain("");
        new TextTable(BenchTables.FINDING_HEADINGS, 2, BenchTables.findings(results))
                .lines(PAGE_WIDTH)
                .forEach(console::result);
    }

    private void printCsv(BenchResults results) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            results.findings().forEach(each -> csv.writeRecord(BenchTables.finding(each)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.plain(text.toString().stripTrailing());
    }

    private void printJson(BenchResults results) {
        try {
            console.plain(new ObjectMapper().writeValueAsString(results.all()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }
}
