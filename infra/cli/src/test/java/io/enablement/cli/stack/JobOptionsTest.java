package io.enablement.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.cli.console.UsageException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class JobOptionsTest {

    @Test
    void repeatWhatDecidesTheNumbers() {
        JobOptions options =
                parsed(
                        "--zone=Europe/Berlin",
                        "--parallelism=4",
                        "--generation=2",
                        "--archive-generation=3",
                        "--currency=EUR");

        assertThat(options.decisions())
                .containsExactly(
                        "--generation",
                        "2",
                        "--archive-generation",
                        "3",
                        "--zone",
                        "Europe/Berlin",
                        "--currency",
                        "EUR");
    }

    @Test
    void decideWhatTouchesCountFor() {
        JobOptions options =
                parsed(
                        "--lookback-days-content=30",
                        "--lookback-days-training=60",
                        "--half-life-days=7",
                        "--touches-per-deal=50");

        assertThat(options.decisions())
                .containsExactly(
                        "--lookback-days-content",
                        "30",
                        "--lookback-days-training",
                        "60",
                        "--half-life-days",
                        "7",
                        "--touches-per-deal",
                        "50");
        assertThat(options.resultJobs())
                .extracting(StackJob::name)
                .containsExactly("cohort-metrics", "attribution");
    }

    @Test
    void refuseTooFewTouches() {
        JobOptions options = parsed("--touches-per-deal=1");

        assertThatThrownBy(options::check)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("touches-per-deal");
    }

    @Test
    void repeatTheRatesThatAreUsed() {
        JobOptions options = parsed();

        options.useRates("USD", Path.of("rates.csv"));

        assertThat(options.decisions())
                .containsExactly("--currency", "USD", "--rates", "rates.csv");
    }

    private static JobOptions parsed(String... flags) {
        JobOptions options = new JobOptions();
        new CommandLine(options).parseArgs(flags);
        return options;
    }
}
