package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents take their words from the glossary. */
final class GlossaryIT {

    private final TestDatabase database = TestDatabase.withSchema();

    @Test
    void theGlossaryFileHasEveryDefinition() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("GLOSSARY.md")).stream()
                        .filter(line -> line.startsWith("| "))
                        .skip(2)
                        .toList();

        assertThat(rows)
                .as("GLOSSARY.md, to be written by: enablement glossary --format markdown")
                .containsExactlyElementsOf(
                        database.rows(
                                """
                                SELECT '| ' || arrayStringConcat([topic, id, toString(version), label,
                                    unit, formula, null_means, remarks], ' | ') || ' |'
                                FROM metric_definition
                                """));
    }

    @Test
    void theReadmeQuotesTheDefinitions() throws IOException {
        List<String> quoted =
                Files.readAllLines(Path.of("../../README.md")).stream()
                        .filter(line -> line.matches("\\| `\\w+` \\| [^|]+ \\| [^|]+ \\|"))
                        .toList();
        List<String> definitions =
                database.rows(
                        """
                        SELECT '| `' || id || '` | ' || formula || ' | ' || null_means || ' |'
                        FROM metric_definition
                        """);

        assertThat(quoted).hasSizeGreaterThan(40).isSubsetOf(definitions);
    }
}
