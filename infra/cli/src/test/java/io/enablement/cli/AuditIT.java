package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.simulation.DisorderProfile;
import io.enablement.simulation.Progress;
import io.enablement.simulation.Simulation;
import io.enablement.simulation.SimulationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job's numbers and those of the audit, two programs that share nothing but METRICS.md, over
 * 55,000 events, in the long version 300,000: a simulated organisation whose events arrive up to
 * months out of order, doubled and contradicted, and senseless events about few deals and reps.
 * Fails where a rule of either is broken: a sign, the order of a fold, an owner, a void, a
 * rounding, a month; of attribution a window, a merge, a cap, a weight, a cent.
 */
final class AuditIT {

    private static final boolean LONG = Boolean.getBoolean("test.long");
    private static final int REPS = LONG ? 500 : 80;

    /** A fifth of the events waits in the buffer at any time: five months of twenty-six. */
    private static final DisorderProfile DISORDER = new DisorderProfile(120 * REPS, 0.05, 0.01);

    private static final SimulationSettings SETTINGS =
            SimulationSettings.standard(REPS, 26, 11).withFiscalYearStart(4).withDisorder(DISORDER);
    private static final int SENSELESS = 12_000;

    @TempDir private static Path directory;

    @BeforeAll
    static void process() throws IOException {
        Path simulated = directory.resolve("simulated.jsonl.gz");
        Path senseless = directory.resolve("senseless.jsonl");
        Path rates = directory.resolve("rates.csv");
        Simulation.write(SETTINGS, simulated, directory.resolve("truth.json"), Progress.NONE);
        Simulation.writeRates(SETTINGS, rates);
        Files.write(senseless, new RandomEvents(3, SENSELESS).lines());
        CommandLineProcess.Ended ended =
                CommandLineCall.run(
                        "process",
                        simulated,
                        senseless,
                        "--rates",
                        rates,
                        "--fiscal-year-start",
                        4,
                        "--zone",
                        "America/New_York",
                        "--touches-per-deal",
                        20,
                        "--lookback-days-training",
                        180,
                        "--checkpoint-interval",
                        "20s",
                        "--data",
                        data());
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
    }

    @Test
    void findsNoDifference() {
        CommandLineProcess.Ended audit = CommandLineCall.run("audit", "--data", data());

        for (String result :
                List.of(
                        "attribution_credit",
                        "cohort_metric",
                        "exposure",
                        "journey",
                        "rep_month",
                        "touch")) {
            assertThat(audit.output()).containsPattern(result + " +[0-9,]{3,} +[0-9,]{3,} +0\\b");
        }
        assertThat(audit.output()).doesNotContain("not read the same");
        assertThat(audit.exitCode()).as(audit.errors()).isZero();
    }

    private static Path data() {
        return directory.resolve("data");
    }
}
