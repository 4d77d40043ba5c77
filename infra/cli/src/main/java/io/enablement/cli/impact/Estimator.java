package io.enablement.cli.impact;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import io.enablement.impact.manifest.Manifest;
import io.enablement.impact.manifest.ManifestException;
import io.enablement.impact.manifest.SigningKey;
import io.enablement.impact.manifest.Verification;
import io.enablement.impact.run.ImpactRun;
import io.enablement.impact.run.ImpactSettings;
import java.util.Optional;

/** Lets the estimator of programme impact work on a ClickHouse. */
final class Estimator {

    private final ClickHouse clickHouse;
    private final Console console;

    Estimator(ClickHouse clickHouse, Console console) {
        this.clickHouse = clickHouse;
        this.console = console;
    }

    /** Evaluates what is published now; the run is kept under the number in its manifest. */
    Manifest run(ImpactSettings settings, Optional<SigningKey> key) {
        return on(
                connection -> {
                    ImpactRun.Outcome outcome =
                            new ImpactRun(connection, settings, console::progress).run();
                    console.progress("Adding up the archive");
                    Manifest manifest = Manifest.of(connection, settings, outcome);
                    return key.map(manifest::signed).orElse(manifest);
                });
    }

    /** The run of a manifest once more; nothing is kept. */
    Verification repeat(Manifest manifest) {
        return on(connection -> Verification.of(connection, manifest, console::progress));
    }

    private <T> T on(ClickHouse.Batch<T> batch) {
        try {
            return clickHouse.run(batch);
        } catch (ManifestException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
