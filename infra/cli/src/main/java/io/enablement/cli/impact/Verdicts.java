package io.enablement.cli.impact;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.impact.run.ImpactRun;
import io.enablement.impact.run.ImpactSettings;
import java.util.Map;

/** What every programme caused, evaluated anew and said in one line each. */
public final class Verdicts {

    private final ClickHouse clickHouse;
    private final Console console;

    public Verdicts(ClickHouse clickHouse, Console console) {
        this.clickHouse = clickHouse;
        this.console = console;
    }

    /** The run stays, like one of the command {@code impact}; it has no manifest. */
    public void print() {
        long run =
                Estimator.on(
                        clickHouse,
                        connection ->
                                new ImpactRun(
                                                connection,
                                                ImpactSettings.STANDARD,
                                                console::progress)
                                        .run()
                                        .run());
        Map<String, String> rows =
                Map.of("run", String.valueOf(run), "bases", "assigned", "outcomes", "leads");
        new ImpactPrinter(clickHouse, console, rows).printVerdicts();
    }
}
