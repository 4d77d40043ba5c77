package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.api.Test;

class ArchiveSettingsTest {

    private static final Map<String, String> LEAST = Map.of("ENABLEMENT_CHECKPOINTS", "file:///c");

    @Test
    void haveTheDefaultsOfTheOtherJob() {
        ArchiveSettings settings = ArchiveSettings.of(LEAST);

        assertThat(settings.run()).isEqualTo(JobSettings.of(LEAST).run());
        assertThat(settings.admission()).isEqualTo(JobSettings.of(LEAST).admission());
        assertThat(settings.consumerGroup()).isEqualTo("event-archive-1");
        assertThat(settings.flink().get(PipelineOptions.NAME)).isEqualTo("event-archive");
    }

    @Test
    void showThatTheHorizonDecides() {
        assertThat(decisions("--horizon-months", "12"))
                .isEqualTo("(horizon of 12 months)")
                .isNotEqualTo(decisions());
    }

    @Test
    void letTheRestChangeWithinAGeneration() {
        assertThat(decisions("--parallelism", "4", "--state-backend", "rocksdb"))
                .isEqualTo(decisions());
    }

    @Test
    void knowNothingOfCalendarsAndRates() {
        assertThatThrownBy(() -> ArchiveSettings.of(LEAST, "--zone", "Europe/Berlin"))
                .hasMessageContaining("--zone is unknown");
    }

    @Test
    void nameEveryProblemAtOnce() {
        assertThatThrownBy(
                        () ->
                                ArchiveSettings.of(
                                        Map.of(),
                                        "--clickhouse",
                                        "localhost",
                                        "--horizon-months",
                                        "0"))
                .hasMessageContaining("ENABLEMENT_CHECKPOINTS is needed")
                .hasMessageContaining("the address of ClickHouse is not like http://host:8123")
                .hasMessageContaining("'0' is not a whole number from 1 to 1200");
    }

    private static String decisions(String... flags) {
        return ArchiveSettings.of(LEAST, flags).sink().decisions();
    }
}
