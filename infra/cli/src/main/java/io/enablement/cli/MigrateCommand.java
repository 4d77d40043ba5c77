package io.enablement.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the tables and views of a ClickHouse server. */
@Command(
        name = "migrate",
        description = {
            "Bring the tables and views of a ClickHouse server up to date.",
            "process and up do it by themselves; a job that is deployed elsewhere does not."
        })
final class MigrateCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private ClickHouseOptions clickHouse;

    @Option(
            names = "--fiscal-year-start",
            paramLabel = "MONTH",
            defaultValue = "${env:ENABLEMENT_FISCAL_YEAR_START:-1}",
            description = "First month of the fiscal year, 1 to 12 (default: ${DEFAULT-VALUE}).")
    private int fiscalYearStart;

    @Override
    public Integer call() {
        if (!clickHouse.isGiven()) {
            throw new UsageException("Say which server: --clickhouse or ENABLEMENT_CLICKHOUSE");
        }
        if (fiscalYearStart < 1 || fiscalYearStart > 12) {
            throw new UsageException("--fiscal-year-start is not a month from 1 to 12");
        }
        ClickHouse server = clickHouse.given();
        server.check();
        List<String> files = server.applySchema(fiscalYearStart);
        files.forEach(file -> console.step("Ran " + file));
        console.step(
                files.isEmpty() ? "Everything was up to date" : "Tables and views are up to date");
        return 0;
    }
}
