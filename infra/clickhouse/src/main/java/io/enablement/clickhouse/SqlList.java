package io.enablement.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of a SELECT that several views share, from a file of their folder. */
record SqlList(String columns) {

    private static final String FOLDER = "/io/enablement/clickhouse/views/";

    /** Without comments. */
    static SqlList read(String file) {
        try (InputStream text = SqlList.class.getResourceAsStream(FOLDER + file)) {
            return new SqlList(
                    new String(text.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("--"))
                            .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With other lists in the places that name them. */
    String filledWith(Map<String, String> placeholders) {
        String filled = columns;
        for (Map.Entry<String, String> each : placeholders.entrySet()) {
            filled = filled.replace("${" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }
}
