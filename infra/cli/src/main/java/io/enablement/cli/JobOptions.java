package io.enablement.cli;

import io.enablement.streaming.job.JobSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How the job runs and counts; it reads the variables itself and explains what is wrong. */
final class JobOptions {

    private static final String NOT_YET_KNOWN = "unknown";

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "TIME",
            description = "Between two publications of results: 500ms, 5s, 1m (default: 5s).")
    private String checkpointInterval;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Subtasks of each operator (default: 2).")
    private String parallelism;

    @Option(
            names = "--state-backend",
            paramLabel = "KIND",
            description = "hashmap or rocksdb (default: hashmap).")
    private String stateBackend;

    @Option(
            names = "--generation",
            paramLabel = "N",
            description = "Generation of results to write (default: 1).")
    private String generation;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of the company's calendar (default: UTC).")
    private String zone;

    @Option(
            names = "--fiscal-year-start",
            paramLabel = "MONTH",
            description = "First month of the fiscal year, 1 to 12 (default: 1).")
    private String fiscalYearStart;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "Reporting currency (default: USD).")
    private String currency;

    @Option(
            names = "--rates",
            paramLabel = "FILE",
            description = "Exchange rates: a CSV file with currency,date,rate.")
    private String rates;

    @Option(
            names = "--horizon-months",
            paramLabel = "N",
            description = "How late an event may be recorded (default: 36).")
    private String horizonMonths;

    /** What can be said before the servers are known; finds every wrong setting. */
    JobSettings check() {
        return settings(
                List.of("--checkpoints", NOT_YET_KNOWN, "--clickhouse", "http://" + NOT_YET_KNOWN));
    }

    /** Counts in one currency with the rates of one file, whatever the variables say. */
    void useRates(String reportingCurrency, Path file) {
        if (currency != null || rates != null) {
            throw new UsageException(
                    "The simulated organisation has its own currency and rates: leave out --currency and --rates");
        }
        currency = reportingCurrency;
        rates = file.toString();
    }

    /** The given flags that decide the numbers: results go on with the same ones only. */
    List<String> decisions() {
        List<String> flags = new ArrayList<>();
        add(flags, "--generation", generation);
        add(flags, "--zone", zone);
        add(flags, "--fiscal-year-start", fiscalYearStart);
        add(flags, "--currency", currency);
        add(flags, "--rates", rates);
        add(flags, "--horizon-months", horizonMonths);
        return flags;
    }

    JobSettings settings(Servers servers, String checkpoints) {
        ClickHouse clickHouse = servers.clickHouse();
        return settings(
                List.of(
                        "--checkpoints", checkpoints,
                        "--kafka", servers.kafka(),
                        "--clickhouse", clickHouse.url().toString(),
                        "--clickhouse-user", clickHouse.credentials().user(),
                        "--clickhouse-password", clickHouse.credentials().password(),
                        "--clickhouse-database", clickHouse.database()));
    }

    private JobSettings settings(List<String> known) {
        List<String> flags = new ArrayList<>(known);
        add(flags, "--checkpoint-interval", checkpointInterval);
        add(flags, "--parallelism", parallelism);
        add(flags, "--state-backend", stateBackend);
        flags.addAll(decisions());
        try {
            return JobSettings.of(System.getenv(), flags.toArray(new String[0]));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static void add(List<String> flags, String flag, String value) {
        if (value != null) {
            flags.add(flag);
            flags.add(value);
        }
    }
}
