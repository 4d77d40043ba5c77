package io.enablement.cli.clickhouse;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The directory of a local stack. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:ENABLEMENT_DATA:-data/local}",
            description = "Directory of the local stack (default: ${DEFAULT-VALUE}).")
    private Path directory;

    public Path directory() {
        return directory;
    }
}
