package io.enablement.cli.clickhouse;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import io.enablement.clickhouse.Company;
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
public final class MigrateCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private ClickHouseOptions clickHouse;

    @Option(
            names = "--fiscal-year-start",
            paramLabel = "MONTH",
            defaultValue = "${env:ENABLEMENT_FISCAL_YEAR_START:-1}",
            description = "First month of the fiscal year, 1 to 12 (default: ${DEFAULT-VALUE}).")
    private int fiscalYearStart;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "${env:ENABLEMENT_ZONE:-UTC}",
            description = "Time zone of the company's calendar (default: ${DEFAULT-VALUE}).")
    private String zone;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "${env:ENABLEMENT_CURRENCY:-USD}",
            description = "Reporting currency (default: ${DEFAULT-VALUE}).")
    private String currency;

    @Override
    public Integer call() {
        if (!clickHouse.isGiven()) {
            throw new UsageException("Say which server: --clickhouse or ENABLEMENT_CLICKHOUSE");
        }
        Company company = company();
        ClickHouse server = clickHouse.given();
        server.check();
        List<String> files = server.applySchema(company);
        files.forEach(file -> console.step("Ran " + file));
        console.step(
                files.isEmpty() ? "Everything was up to date" : "Tables and views are up to date");
        return 0;
    }

    private Company company() {
        try {
            return new Company(fiscalYearStart, zone, currency);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
