package io.enablement.cli.events;

import io.enablement.cli.console.UsageException;
import io.enablement.intake.EventFile;
import io.enablement.intake.Mapping;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files of events, and how the rows of CSV files become events. */
public final class FileOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON Lines of events, or CSV with --mapping; plain or gzip.")
    private List<Path> files;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = {
                "How the rows of CSV files become events: a YAML file, or one that comes with the product:",
                "crm-opportunities.yaml, adventureworks-quotas.yaml."
            })
    private String mapping;

    /** Finds what is wrong with the files before anything starts. */
    public EventFile open() {
        files.forEach(FileOptions::check);
        if (mapping == null) {
            return EventFile.jsonLines(files);
        }
        try {
            return EventFile.csv(Mapping.find(mapping), files);
        } catch (UncheckedIOException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static void check(Path file) {
        if (Files.notExists(file)) {
            throw new UsageException("There is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a directory; name its files");
        }
        if (!Files.isReadable(file)) {
            throw new UsageException("The file " + file + " may not be read");
        }
    }
}
