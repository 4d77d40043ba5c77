package io.enablement.cli.console;

import picocli.CommandLine.Option;

/** In which form a command answers. */
public final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat chosen;

    public OutputFormat chosen() {
        return chosen;
    }
}
