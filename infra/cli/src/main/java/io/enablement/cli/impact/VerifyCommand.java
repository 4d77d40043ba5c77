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
import java.util.concurrent.Callable;
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
            "  enablement verify data/local/manifests/impact-1-1.json --data data/local",
            "  enablement verify impact-1-1.json --public-key evaluator.pub --clickhouse https://host:8443"
        })
public final class VerifyCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Parameters(paramLabel = "MANIFEST", description = "The manifest of the run.")
    private Path file;

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
        Manifest manifest = manifest();
        results.ask(clickHouse -> say(new Estimator(clickHouse, console).repeat(manifest)));
        System.out.flush();
        return exitCode;
    }

    private Manifest manifest() {
        try {
            Manifest manifest = Manifest.read(file);
            signature(manifest);
            return manifest;
        } catch (ManifestException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private void signature(Manifest manifest) {
        if (publicKey == null) {
            console.plain(
                    manifest.isSigned()
                            ? "Signed; --public-key says whether by the evaluator"
                            : "Not signed");
            return;
        }
        if (manifest.isSignedBy(VerifyingKey.read(publicKey))) {
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
