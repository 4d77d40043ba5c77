package io.enablement.cli;

import picocli.CommandLine.Option;

/** In which form a command answers. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat chosen;

    OutputFormat chosen() {
        return chosen;
    }
}
