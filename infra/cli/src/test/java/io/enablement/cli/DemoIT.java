package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo of a small organisation, from its simulation to its scorecards. */
final class DemoIT {

    @TempDir private Path folder;

    @Test
    void showsTheCohortsOfItsProgrammesBesideTheirControls() throws Exception {
        Path directory = folder.resolve("data");

        CommandLineProcess.Ended demo =
                CommandLineProcess.run(
                        "demo",
                        "--exit",
                        "--reps=40",
                        "--months=12",
                        "--fiscal-year-start=4",
                        "--checkpoint-interval=1s",
                        "--data",
                        directory);

        assertThat(demo.exitCode()).as(demo.errors()).isZero();
        assertThat(demo.output())
                .contains("Company, money in USD")
                .contains("Discovery questions (prog-discovery): cohorts by month of assignment")
                .containsPattern("20\\d\\d-\\d\\d +20\\d\\d +cohort +\\d")
                .containsPattern("controls +\\d")
                .contains("What the won money travelled with")
                .containsPattern("unattributed +–( +[\\d,]+){6}")
                .contains("A decomposition of what happened together, not proof of cause.")
                .containsPattern("prog-discovery +close_rate_count .+(effect|not_provable)")
                .contains(
                        "up --fiscal-year-start 4 --currency USD --rates %s --data %s"
                                .formatted(directory.resolve("demo/rates.csv"), directory));
        assertThat(directory.resolve("demo").resolve("truth.json")).isNotEmptyFile();
    }
}
