package io.enablement.cli.impact;

import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.Failure;
import io.enablement.cli.console.UsageException;
import io.enablement.impact.manifest.Manifest;
import io.enablement.impact.manifest.ManifestException;
import io.enablement.impact.manifest.Verification;
import io.enablement.impact.manifest.VerifyingKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Repeats a run of the estimator and compares it with its manifest. */
@Command(
        name = "verify",
        description = {
            "Repeat a run from its manifest, on the same published checkpoint with the same settings, and compare everything: code, archived events, what was read, every row that was found.",
            "Exits with 1 where anything differs, naming it. Nothing is written.",
            "Months and memberships are read as of the checkpoint, whatever came since. Employment, definitions and content have no ledger: where they changed since, it says so."
        },
        footer = {
            "",
            "Examples:",
            "  enablement verify --data data/local",
            "  enablement verify --run 3 --public-key evaluator.pub --clickhouse https://host:8443",
            "  enablement verify impact-1-1.json --public-key evaluator.pub --clickhouse https://host:8443"
        })
public final class VerifyCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Parameters(
            paramLabel = "MANIFEST",
            arity = "0..1",
            description =
                    "The file of a manifest (default: the manifest of the newest run, from ClickHouse).")
    private Path file;

    @Option(
            names = "--run",
            paramLabel = "NUMBER",
            description = "The manifest of this run, from ClickHouse.")
    private Long run;

    @Mixin private ResultsOptions results;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description =
                    "Public Ed25519 key (PEM) of the evaluator: the signature has to be theirs.")
    private Path publicKey;

    private int exitCode;

    @Override
    public Integer call() {
        if (file != null && run != null) {
            throw new UsageException("Name a file or a run (--run), not both");
        }
        // Read before ClickHouse is opened, so that a bad file is named at once.
        Optional<Manifest> given = read(file, Manifest::read);
        Optional<VerifyingKey> key = read(publicKey, VerifyingKey::read);
        results.ask(clickHouse -> verify(new Estimator(clickHouse, console), given, key));
        System.out.flush();
        return exitCode;
    }

    private static <T> Optional<T> read(Path file, Function<Path, T> reader) {
        try {
            return Optional.ofNullable(file).map(reader);
        } catch (ManifestException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private void verify(Estimator estimator, Optional<Manifest> given, Optional<VerifyingKey> key) {
        Manifest manifest = given.orElseGet(() -> kept(estimator));
        signature(manifest, key);
        say(estimator.repeat(manifest));
    }

    private Manifest kept(Estimator estimator) {
        Manifest manifest = run == null ? estimator.newestManifest() : estimator.manifestOf(run);
        console.plain("Run %d of checkpoint %d".formatted(manifest.run(), manifest.checkpoint()));
        return manifest;
    }

    private void signature(Manifest manifest, Optional<VerifyingKey> key) {
        if (key.isEmpty()) {
            console.plain(
                    manifest.isSigned()
                            ? "Signed; --public-key says whether by the evaluator"
                            : "Not signed");
            return;
        }
        if (manifest.isSignedBy(key.get())) {
            console.plain("Signed by the owner of " + publicKey);
            return;
        }
        console.plain("Differs: the signature is not that of the owner of " + publicKey);
        exitCode = Failure.DIFFERENCES;
    }

    private void say(Verification verification) {
        for (Verification.Check check : verification.checks()) {
            if (!check.isEqual()) {
                console.plain(
                        "Differs: %s: %s in the manifest, %s now"
                                .formatted(
                                        check.name(), words(check.manifest()), words(check.now())));
            }
        }
        if (!verification.isEqual()) {
            exitCode = Failure.DIFFERENCES;
            return;
        }
        console.plain("Equal in all %d checks".formatted(verification.checks().size()));
    }

    private static String words(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
