package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCommandTest {

    @TempDir private Path directory;

    @Test
    void takesAFileOrARunNotBoth() {
        CommandLineProcess.Ended ended =
                CommandLineCall.run("verify", "manifest.json", "--run", "3");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors()).contains("Name a file or a run (--run), not both");
    }

    @Test
    void namesAFileThatIsNoManifestBeforeAnythingIsOpened() throws IOException {
        Path file = Files.writeString(directory.resolve("other.json"), "{}");

        CommandLineProcess.Ended ended =
                CommandLineCall.run("verify", file, "--data", directory.resolve("nothing"));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors()).contains("other.json is no manifest of a run");
    }
}
