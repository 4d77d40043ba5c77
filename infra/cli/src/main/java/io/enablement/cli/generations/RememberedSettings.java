package io.enablement.cli.generations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The settings that a generation was made with, as variables. */
public record RememberedSettings(Map<String, String> variables) {

    public static final RememberedSettings NONE = new RememberedSettings(Map.of());

    private static final String PREFIX = "ENABLEMENT_";
    private static final String RATES = "rates";

    /**
     * @param settings by their names in ClickHouse; rates are the text of their file
     */
    public static RememberedSettings of(Map<String, String> settings, long generation) {
        Map<String, String> variables = new HashMap<>();
        settings.forEach((name, value) -> variables.put(variable(name), value));
        variables.computeIfPresent(
                variable(RATES), (name, text) -> text.isEmpty() ? "" : file(text));
        variables.put(variable("generation"), Long.toString(generation));
        return new RememberedSettings(variables);
    }

    public boolean areKnown() {
        return variables.size() > 1;
    }

    /** A real variable goes before them. */
    public Map<String, String> underVariables() {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(System.getenv());
        return all;
    }

    /** They go before real variables. */
    public Map<String, String> overVariables() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(variables);
        return all;
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT);
    }

    private static String file(String rates) {
        try {
            Path file = Files.createTempFile("rates", ".csv");
            file.toFile().deleteOnExit();
            return Files.writeString(file, rates).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the rates of a generation", e);
        }
    }
}
