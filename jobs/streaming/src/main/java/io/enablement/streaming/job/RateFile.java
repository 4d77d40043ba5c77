package io.enablement.streaming.job;

import io.enablement.domain.deal.Rates;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file of dated rates: a header, then {@code currency,date,rate} a line; the rate is how many
 * units of the reporting currency one unit of the other is worth.
 */
final class RateFile {

    private static final String HEADER = "currency,date,rate";

    private RateFile() {}

    /**
     * @param file empty where only the reporting currency is used
     * @throws IllegalArgumentException if the file cannot be used; names every bad line
     */
    static Rates read(String reportingCurrency, String file) {
        if (file.isEmpty()) {
            return Rates.only(reportingCurrency);
        }
        Map<String, TreeMap<LocalDate, BigDecimal>> rates = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        List<String> lines = lines(file);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            problems.add(file + ":1: the header is not " + HEADER);
        }
        for (int line = 1; line < lines.size(); line++) {
            try {
                add(rates, lines.get(line).split(",", -1));
            } catch (IllegalArgumentException
                    | DateTimeParseException
                    | ArrayIndexOutOfBoundsException e) {
                problems.add(
                        file + ":" + (line + 1) + ": not currency,date,rate: " + lines.get(line));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new Rates(reportingCurrency, rates);
    }

    /** The file that gives the rates again; empty without rates. */
    static String text(Rates rates) {
        String text = rates.text();
        String lines = text.substring(text.indexOf('\n') + 1);
        return lines.isEmpty() ? "" : HEADER + "\n" + lines;
    }

    private static void add(Map<String, TreeMap<LocalDate, BigDecimal>> rates, String[] fields) {
        BigDecimal rate = new BigDecimal(fields[2]);
        if (fields.length != 3 || rate.signum() <= 0) {
            throw new IllegalArgumentException("not a rate");
        }
        rates.computeIfAbsent(fields[0], currency -> new TreeMap<>())
                .put(LocalDate.parse(fields[1]), rate);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read the rate file " + file, e);
        }
    }
}
