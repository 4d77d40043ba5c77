package io.enablement.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.CommandLineCall;
import io.enablement.cli.CommandLineProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the metric definitions the whole way: JSON lines, Kafka, Flink, ClickHouse,
 * views. One run serves them all; reps, teams and programmes keep them apart. The company lives by
 * the clock of Berlin, and its fiscal year starts in April.
 */
final class MetricExamplesIT {

    /** January to March 2026. */
    static final String LAST_QUARTER = "2025-Q4";

    /** April to June 2026, not quite over yet. */
    static final String THIS_QUARTER = "2026-Q1";

    /** The last thing that happens in any example: what "today" is. */
    static final String TODAY = "2026-06-30T10:00:00Z";

    @TempDir private static Path directory;
    private static ExampleResults results;

    @BeforeAll
    static void process() throws IOException {
        Path events = Files.write(directory.resolve("events.jsonl"), events());
        Path rates = Files.write(directory.resolve("rates.csv"), MoneyExamples.RATES);
        CommandLineProcess.Ended ended =
                CommandLineCall.run(
                        "process",
                        events,
                        "--zone",
                        "Europe/Berlin",
                        "--fiscal-year-start",
                        "4",
                        "--currency",
                        "USD",
                        "--rates",
                        rates,
                        "--checkpoint-interval",
                        "1s",
                        "--data",
                        directory.resolve("data"));
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        results = ExampleResults.in(directory.resolve("data"));
    }

    @AfterAll
    static void close() {
        if (results != null) {
            results.close();
        }
    }

    static ExampleResults results() {
        return results;
    }

    private static List<String> events() {
        ExampleEvents events = new ExampleEvents();
        WinRateExamples.tell(events);
        VelocityExamples.tell(events);
        CycleExamples.tell(events);
        QuotaExamples.tell(events);
        CreditExamples.tell(events);
        OwnershipExamples.tell(events);
        MoneyExamples.tell(events);
        IdentityExamples.tell(events);
        PeriodExamples.tell(events);
        CohortExamples.tell(events);
        HorizonExamples.tell(events);
        PipelineExamples.tell(events);
        StageExamples.tell(events);
        StartExamples.tell(events);
        SpreadExamples.tell(events);
        ProgrammeExamples.tell(events);
        ContentExamples.tell(events);
        LoadExamples.tell(events);
        ControlExamples.tell(events);
        events.rep("last").tell("rep", "HIRED", TODAY, Map.of("team", "last"));
        return events.lines();
    }

    @Test
    void everyNumberIsTheSumOfItsLedger() throws IOException {
        assertThat(results.all("ledger_difference", Map.of())).isEmpty();
    }

    @Nested
    final class WinRates extends WinRateExamples {}

    @Nested
    final class Velocity extends VelocityExamples {}

    @Nested
    final class CycleTimes extends CycleExamples {}

    @Nested
    final class Quotas extends QuotaExamples {}

    @Nested
    final class Credit extends CreditExamples {}

    @Nested
    final class Ownership extends OwnershipExamples {}

    @Nested
    final class Money extends MoneyExamples {}

    @Nested
    final class Identity extends IdentityExamples {}

    @Nested
    final class Periods extends PeriodExamples {}

    @Nested
    final class Cohorts extends CohortExamples {}

    @Nested
    final class Horizon extends HorizonExamples {}

    @Nested
    final class Pipeline extends PipelineExamples {}

    @Nested
    final class Stages extends StageExamples {}

    @Nested
    final class Start extends StartExamples {}

    @Nested
    final class Spread extends SpreadExamples {}

    @Nested
    final class Programmes extends ProgrammeExamples {}

    @Nested
    final class Content extends ContentExamples {}

    @Nested
    final class Load extends LoadExamples {}

    @Nested
    final class Controls extends ControlExamples {}
}
