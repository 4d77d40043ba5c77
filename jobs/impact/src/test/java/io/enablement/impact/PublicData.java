package io.enablement.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Data with known answers beside the project; tests without it are skipped. */
public final class PublicData {

    private PublicData() {}

    public static Path file(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && Files.notExists(root.resolve("jobs/impact/pom.xml"))) {
            root = root.getParent();
        }
        Assumptions.assumeTrue(root != null);
        Path file = root.resolveSibling("shared").resolve("data").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), file + " is not there");
        return file;
    }

    public static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(file(name).toFile());
    }
}
