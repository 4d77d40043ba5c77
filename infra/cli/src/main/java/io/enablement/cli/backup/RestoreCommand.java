package io.enablement.cli.backup;

import io.enablement.cli.clickhouse.DataOption;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.RunException;
import io.enablement.cli.console.UsageException;
import io.enablement.local.Backup;
import io.enablement.local.BackupManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the directory of a stack from a backup. */
@Command(
        name = "restore",
        description = {
            "Make DIR, which must be missing or empty, from a backup, and check every byte and row.",
            "The next up or process on DIR goes on exactly where the backup was made."
        },
        footer = {
            "",
            "Example:",
            "  enablement restore --from backups/enablement-20260301-100000.zip --data data/restored"
        })
public final class RestoreCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private DataOption data;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
    private Path from;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(from)) {
            throw new UsageException("There is no file " + from);
        }
        BackupManifest manifest = Backup.restore(from, data.directory());
        console.step("Checking the rows");
        try (StoredRows stored = new StoredRows(data.directory())) {
            Map<String, String> rows = stored.count();
            if (!rows.equals(manifest.facts())) {
                throw new RunException(
                        "The restored tables are not those of the backup: %s instead of %s"
                                .formatted(rows, manifest.facts()));
            }
            console.plain(
                    "Restored %s rows as of %s in %s"
                            .formatted(
                                    Console.count(StoredRows.sum(rows)),
                                    manifest.created(),
                                    data.directory()));
        }
        return 0;
    }
}
