package io.enablement.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Data sets with known answers beside the project; tests without them are skipped. */
record PublicData(Path folder) {

    static PublicData of(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && Files.notExists(root.resolve("infra/cli/pom.xml"))) {
            root = root.getParent();
        }
        Assumptions.assumeTrue(root != null);
        Path folder = root.resolveSibling("shared").resolve("data").resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not there");
        return new PublicData(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(file("expected.json").toFile());
    }
}
