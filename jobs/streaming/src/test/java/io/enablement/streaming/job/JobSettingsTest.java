package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobSettingsTest {

    private static final Map<String, String> LEAST = Map.of("ENABLEMENT_CHECKPOINTS", "file:///c");

    @Test
    void haveDefaultsForAllButTheCheckpoints() {
        JobSettings settings = JobSettings.of(LEAST);

        assertThat(settings.run().kafka()).isEqualTo("localhost:9092");
        assertThat(settings.run().clickHouse().url()).isEqualTo("http://localhost:8123");
        assertThat(settings.run().clickHouse().user()).isEqualTo("default");
        assertThat(settings.run().clickHouse().password()).isEmpty();
        assertThat(settings.run().clickHouse().database()).isEqualTo("default");
        assertThat(settings.run().generation()).isEqualTo(1);
        assertThat(settings.run().checkpointInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.run().stateBackend()).isEqualTo("hashmap");
        assertThat(settings.run().parallelism()).isEqualTo(2);
        assertThat(settings.run().maxParallelism()).isEqualTo(128);
        assertThat(settings.rules().calendar().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(settings.rules().calendar().fiscalYearStart()).isEqualTo(1);
        assertThat(settings.admission().horizonMonths()).isEqualTo(36);
    }

    @Test
    void comeFromTheEnvironment() {
        JobSettings settings =
                JobSettings.of(
                        Map.ofEntries(
                                Map.entry("ENABLEMENT_CHECKPOINTS", "file:///c"),
                                Map.entry("ENABLEMENT_KAFKA", "kafka:9092"),
                                Map.entry("ENABLEMENT_CLICKHOUSE", "https://clickhouse:8443"),
                                Map.entry("ENABLEMENT_CLICKHOUSE_USER", "writer"),
                                Map.entry("ENABLEMENT_CLICKHOUSE_PASSWORD", "secret"),
                                Map.entry("ENABLEMENT_CLICKHOUSE_DATABASE", "impact"),
                                Map.entry("ENABLEMENT_GENERATION", "2"),
                                Map.entry("ENABLEMENT_CHECKPOINT_INTERVAL", "1m"),
                                Map.entry("ENABLEMENT_STATE_BACKEND", "rocksdb"),
                                Map.entry("ENABLEMENT_PARALLELISM", "4"),
                                Map.entry("ENABLEMENT_MAX_PARALLELISM", "256"),
                                Map.entry("ENABLEMENT_ZONE", "Europe/Berlin"),
                                Map.entry("ENABLEMENT_FISCAL_YEAR_START", "4"),
                                Map.entry("ENABLEMENT_CURRENCY", "EUR"),
                                Map.entry("ENABLEMENT_HORIZON_MONTHS", "12")));

        assertThat(settings.run().kafka()).isEqualTo("kafka:9092");
        assertThat(settings.run().clickHouse().url()).isEqualTo("https://clickhouse:8443");
        assertThat(settings.run().clickHouse().user()).isEqualTo("writer");
        assertThat(settings.run().clickHouse().password()).isEqualTo("secret");
        assertThat(settings.run().clickHouse().database()).isEqualTo("impact");
        assertThat(settings.run().generation()).isEqualTo(2);
        assertThat(settings.run().checkpointInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.run().stateBackend()).isEqualTo("rocksdb");
        assertThat(settings.run().parallelism()).isEqualTo(4);
        assertThat(settings.run().maxParallelism()).isEqualTo(256);
        assertThat(settings.rules().calendar().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(settings.rules().calendar().fiscalYearStart()).isEqualTo(4);
        assertThat(settings.admission().horizonMonths()).isEqualTo(12);
    }

    @Test
    void letAFlagOverrideItsVariable() {
        JobSettings settings = JobSettings.of(LEAST, "--checkpoints", "file:///other");

        assertThat(settings.run().checkpoints()).isEqualTo("file:///other");
    }

    @Test
    void takeZonesOfRegionsAlone() {
        assertThatThrownBy(() -> JobSettings.of(LEAST, "--zone", "+02:00"))
                .hasMessageContaining("'+02:00' is not a time zone such as Europe/Berlin");
    }

    @Test
    void nameEveryProblemAtOnce() {
        assertThatThrownBy(
                        () ->
                                JobSettings.of(
                                        Map.of("ENABLEMENT_ZONE", "Mars"),
                                        "--parallelism",
                                        "0",
                                        "--currency",
                                        "XX",
                                        "--colour",
                                        "red"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ENABLEMENT_CHECKPOINTS is needed")
                .hasMessageContaining("'Mars' is not a time zone")
                .hasMessageContaining("'0' is not a whole number from 1 to 1024")
                .hasMessageContaining("'XX' is not an ISO 4217 code")
                .hasMessageContaining("--colour is unknown");
    }

    @Test
    void nameProblemsOfAddressAndRateFileTogetherWithAllOthers() {
        assertThatThrownBy(
                        () ->
                                JobSettings.of(
                                        Map.of(),
                                        "--clickhouse",
                                        "localhost",
                                        "--rates",
                                        "no-such-file.csv"))
                .hasMessageContaining("ENABLEMENT_CHECKPOINTS is needed")
                .hasMessageContaining("the address of ClickHouse is not like http://host:8123")
                .hasMessageContaining("Cannot read the rate file no-such-file.csv");
    }

    @Test
    void refuseMoreSubtasksThanStateCanBeSpreadOver() {
        assertThatThrownBy(
                        () -> JobSettings.of(LEAST, "--parallelism", "8", "--max-parallelism", "4"))
                .hasMessageContaining("the parallelism 8 is greater than the max-parallelism 4");
    }

    @Test
    void neverShowThePassword() {
        JobSettings settings = JobSettings.of(LEAST, "--clickhouse-password", "secret");

        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void makeFlinkRefuseUnnamedOperatorsAndUnknownTypes() {
        JobSettings settings = JobSettings.of(LEAST, "--state-backend", "rocksdb");

        assertThat(settings.flink().get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
        assertThat(settings.flink().get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(settings.flink().get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
        assertThat(settings.flink().get(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS))
                .isEqualTo(3);
    }

    @Test
    void nameEveryBadLineOfTheRateFile(@TempDir Path directory) throws Exception {
        Path rates = directory.resolve("rates.csv");
        Files.writeString(
                rates, "currency,date,rate\nEUR,2026-01-01,1.1\nEUR,2026-13-01,1.1\nGBP\n");

        assertThatThrownBy(() -> JobSettings.of(LEAST, "--rates", rates.toString()))
                .hasMessageContaining("rates.csv:3")
                .hasMessageContaining("rates.csv:4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--zone Europe/Berlin",
                "--fiscal-year-start 4",
                "--currency EUR",
                "--horizon-months 12"
            })
    void showWhatDecidesNumbers(String flag) {
        JobSettings settings = JobSettings.of(LEAST, flag.split(" "));

        assertThat(decisions(settings)).isNotEqualTo(decisions(JobSettings.of(LEAST)));
    }

    @Test
    void showThatARateHasChanged(@TempDir Path directory) throws Exception {
        JobSettings before = withRate(directory, "1.1");
        JobSettings after = withRate(directory, "1.2");

        assertThat(decisions(after)).isNotEqualTo(decisions(before));
    }

    @Test
    void letTheRestChangeWithinAGeneration(@TempDir Path directory) throws Exception {
        JobSettings settings =
                JobSettings.of(
                        LEAST,
                        "--parallelism",
                        "4",
                        "--kafka",
                        "kafka:9092",
                        "--clickhouse-user",
                        "b");

        assertThat(decisions(settings)).isEqualTo(decisions(JobSettings.of(LEAST)));
        assertThat(decisions(withRate(directory, "1.10")))
                .isEqualTo(decisions(withRate(directory, "1.1")));
    }

    private static String decisions(JobSettings settings) {
        return settings.sink("cohorts").decisions();
    }

    private static JobSettings withRate(Path directory, String rate) throws IOException {
        Path rates = directory.resolve("rates.csv");
        Files.writeString(rates, "currency,date,rate\nEUR,2026-01-01," + rate + "\n");
        return JobSettings.of(LEAST, "--rates", rates.toString());
    }
}
