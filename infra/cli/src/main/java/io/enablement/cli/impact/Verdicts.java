package io.enablement.cli.impact;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.impact.manifest.Manifest;
import io.enablement.impact.roi.Margin;
import io.enablement.impact.run.ImpactSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What every programme caused, evaluated anew and said in one line each. */
public final class Verdicts {

    private final ClickHouse clickHouse;
    private final Console console;

    public Verdicts(ClickHouse clickHouse, Console console) {
        this.clickHouse = clickHouse;
        this.console = console;
    }

    /** The run stays, and its manifest in the data directory, as of the command {@code impact}. */
    public void print(Path directory, Margin margin) {
        ImpactSettings settings = ImpactSettings.STANDARD.withMargin(margin);
        Manifest manifest = new Estimator(clickHouse, console).run(settings, Optional.empty());
        ManifestOptions.writeInto(directory, manifest);
        Map<String, String> rows =
                Map.of(
                        "run", String.valueOf(manifest.run()),
                        "bases", "assigned",
                        "outcomes", "leads");
        new ImpactPrinter(clickHouse, console, rows).printVerdicts();
    }
}
