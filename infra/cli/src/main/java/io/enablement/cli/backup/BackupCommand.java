package io.enablement.cli.backup;

import io.enablement.cli.clickhouse.DataOption;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.stack.DownCommand;
import io.enablement.local.Backup;
import io.enablement.local.BackupManifest;
import io.enablement.local.DirectoryLock;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Saves the directory of a stack in one file. */
@Command(
        name = "backup",
        description = {
            "Save all data of DIR in one file: events, results, savepoints; passwords stay out.",
            "The stack must not run, so that events, savepoints and results are of one moment."
        },
        footer = {"", "Example:", "  enablement backup --data data/local --to backups --stop"})
public final class BackupCommand implements Callable<Integer> {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'enablement-'uuuuMMdd-HHmmss'.zip'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Console console = Console.standard();

    @Mixin private DataOption data;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The file; or a directory, for a file that is named after the time.")
    private Path to;

    @Option(names = "--stop", description = "Stop a stack that runs on DIR first, cleanly.")
    private boolean stop;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Path directory = data.directory();
        if (!Files.isDirectory(directory)) {
            throw new UsageException("There is no stack in " + directory);
        }
        Optional<StackAddresses> running = LocalStack.running(directory);
        if (running.isPresent()) {
            requireStop();
            console.step("Stopping the stack on " + directory);
            DownCommand.stop(running.get());
        }
        Path file =
                Files.isDirectory(to) ? to.resolve(NAME.format(Clock.systemUTC().instant())) : to;
        save(directory, file);
        return 0;
    }

    @SuppressWarnings("try") // The lock is only held.
    private void save(Path directory, Path file) throws IOException {
        try (DirectoryLock lock = DirectoryLock.take(directory);
                StoredRows rows = new StoredRows(directory)) {
            console.step("Saving " + directory);
            BackupManifest manifest = Backup.write(directory, file, rows::count);
            console.plain(
                    "Saved %s rows and %s bytes in %s"
                            .formatted(
                                    Console.count(StoredRows.sum(manifest.facts())),
                                    Console.count(Files.size(file)),
                                    file));
        }
    }

    private void requireStop() {
        if (!stop) {
            throw new UsageException(
                    "A stack runs on %1$s: end it with infra/enablement down --data %1$s, or give --stop"
                            .formatted(data.directory()));
        }
    }
}
