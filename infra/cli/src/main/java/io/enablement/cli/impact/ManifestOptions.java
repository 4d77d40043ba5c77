package io.enablement.cli.impact;

import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.RunException;
import io.enablement.cli.console.UsageException;
import io.enablement.impact.manifest.Manifest;
import io.enablement.impact.manifest.ManifestException;
import io.enablement.impact.manifest.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the manifest of a run goes beside ClickHouse, and who signs it. */
final class ManifestOptions {

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description =
                    "Where the manifest goes beside ClickHouse, which keeps it in any case (default: DIR/manifests/impact-GENERATION-RUN.json; of a server: nowhere).")
    private Path file;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            defaultValue = "${env:ENABLEMENT_EVALUATOR_KEY}",
            description = "Private Ed25519 key (PEM) that signs the manifest.")
    private Path key;

    /** Read before the work begins, so that a bad key does not cost a run. */
    Optional<SigningKey> key() {
        try {
            return Optional.ofNullable(key).map(SigningKey::read);
        } catch (ManifestException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** Where it was written; empty where it goes nowhere. */
    Optional<Path> write(Manifest manifest, ResultsOptions results) {
        if (file == null && !results.areOnServer()) {
            return Optional.of(writeInto(results.directory(), manifest));
        }
        Optional.ofNullable(file).ifPresent(path -> write(manifest, path));
        return Optional.ofNullable(file);
    }

    /** Beside the other manifests of a data directory. */
    static Path writeInto(Path directory, Manifest manifest) {
        Path path =
                directory
                        .resolve("manifests")
                        .resolve(
                                "impact-%d-%d.json"
                                        .formatted(manifest.generation(), manifest.run()));
        write(manifest, path);
        return path;
    }

    private static void write(Manifest manifest, Path path) {
        try {
            manifest.write(path);
        } catch (IOException e) {
            throw new RunException("The manifest cannot be written to " + path, e);
        }
    }
}
