package io.enablement.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

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
