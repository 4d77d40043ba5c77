package io.enablement.cli.impact;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import io.enablement.impact.manifest.Manifest;
import io.enablement.impact.manifest.ManifestException;
import io.enablement.impact.manifest.SigningKey;
import io.enablement.impact.manifest.StoredManifests;
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

    /** Evaluates what is published now; the run and its manifest are kept. */
    Manifest run(ImpactSettings settings, Optional<SigningKey> key) {
        return on(
                connection -> {
                    ImpactRun run = new ImpactRun(connection, settings, console::progress);
                    return key.isPresent() ? run.runSignedBy(key.get()) : run.run();
                });
    }

    /** Of the newest run that was kept. */
    Manifest newestManifest() {
        return on(connection -> new StoredManifests(connection).newest())
                .orElseThrow(() -> new UsageException("No run has been kept here yet: `impact`"));
    }

    /** Of a run that was kept. */
    Manifest manifestOf(long run) {
        return on(connection -> new StoredManifests(connection).ofRun(run))
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "No manifest of run %d is kept here (--run)"
                                                .formatted(run)));
    }

    /** The run of a manifest once more; nothing is kept. */
    Verification repeat(Manifest manifest) {
        return on(connection -> ImpactRun.repeat(connection, manifest, console::progress));
    }

    private <T> T on(ClickHouse.Batch<T> batch) {
        try {
            return clickHouse.run(batch);
        } catch (ManifestException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
