package io.enablement.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The directory of a local stack. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:ENABLEMENT_DATA:-data/local}",
            description = "Directory of the local stack (default: ${DEFAULT-VALUE}).")
    private Path directory;

    Path directory() {
        return directory;
    }
}
