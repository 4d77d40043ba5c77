package io.enablement.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EngineLibraryTest {

    private static final Path IN_MODULES = EngineLibrary.inNodeModules("linux-x64-gnu");

    @TempDir private Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {"infra/local", "infra/local/target/classes", "infra/cli/target/x.jar", ""})
    void liesInTheModuleAboveTheCode(String start) throws IOException {
        Path library = root.resolve("infra/local").resolve(IN_MODULES);
        Files.createDirectories(library.getParent());
        Files.createFile(library);

        assertThat(EngineLibrary.findAbove(root.resolve(start), IN_MODULES)).contains(library);
    }

    @Test
    void isAbsentWhereNothingIsInstalled() {
        assertThat(EngineLibrary.findAbove(root, IN_MODULES)).isEmpty();
    }
}
