package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.domain.attribution.AttributionRules;
import java.util.Map;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionSettingsTest {

    private static final Map<String, String> LEAST = Map.of("ENABLEMENT_CHECKPOINTS", "file:///c");

    @Test
    void haveTheDefaultsOfTheOtherJobs() {
        AttributionSettings settings = AttributionSettings.of(LEAST);

        assertThat(settings.job().run()).isEqualTo(JobSettings.of(LEAST).run());
        assertThat(settings.job().admission()).isEqualTo(JobSettings.of(LEAST).admission());
        assertThat(settings.attribution())
                .isEqualTo(new AttributionRules(90, 90, 90, 90, 30, 200, 36));
        assertThat(settings.consumerGroup()).isEqualTo("attribution-1");
        assertThat(settings.flink().get(PipelineOptions.NAME)).isEqualTo("attribution");
    }

    @Test
    void comeFromTheEnvironment() {
        AttributionSettings settings =
                AttributionSettings.of(
                        Map.of(
                                "ENABLEMENT_CHECKPOINTS", "file:///c",
                                "ENABLEMENT_LOOKBACK_DAYS_CONTENT", "10",
                                "ENABLEMENT_LOOKBACK_DAYS_TRAINING", "20",
                                "ENABLEMENT_LOOKBACK_DAYS_ASSIGNMENT", "30",
                                "ENABLEMENT_LOOKBACK_DAYS_COACHING", "0",
                                "ENABLEMENT_HALF_LIFE_DAYS", "7",
                                "ENABLEMENT_TOUCHES_PER_DEAL", "50",
                                "ENABLEMENT_HORIZON_MONTHS", "12"));

        assertThat(settings.attribution())
                .isEqualTo(new AttributionRules(10, 20, 30, 0, 7, 50, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--lookback-days-content 10",
                "--lookback-days-training 10",
                "--lookback-days-assignment 10",
                "--lookback-days-coaching 10",
                "--half-life-days 10",
                "--touches-per-deal 10",
                "--horizon-months 12",
                "--zone Europe/Berlin",
                "--currency EUR"
            })
    void showWhatDecidesNumbers(String flag) {
        AttributionSettings settings = AttributionSettings.of(LEAST, flag.split(" "));

        assertThat(settings.sink().decisions())
                .isNotEqualTo(AttributionSettings.of(LEAST).sink().decisions());
    }

    @Test
    void canBeGivenToAJobAgain() {
        AttributionSettings settings =
                AttributionSettings.of(
                        LEAST, "--lookback-days-content", "10", "--zone", "Asia/Tokyo");

        assertThat(settings.sink().recorded())
                .containsEntry("lookback_days_content", "10")
                .containsEntry("half_life_days", "30")
                .containsEntry("touches_per_deal", "200")
                .containsEntry("zone", "Asia/Tokyo")
                .containsEntry("horizon_months", "36");
    }

    @Test
    void nameEveryProblemAtOnce() {
        assertThatThrownBy(
                        () ->
                                AttributionSettings.of(
                                        Map.of(),
                                        "--half-life-days",
                                        "0",
                                        "--touches-per-deal",
                                        "1",
                                        "--lookback-days-content",
                                        "4000"))
                .hasMessageContaining("ENABLEMENT_CHECKPOINTS is needed")
                .hasMessageContaining("'0' is not a whole number from 1 to 3650")
                .hasMessageContaining("'1' is not a whole number from 2 to 1000")
                .hasMessageContaining("'4000' is not a whole number from 0 to 3650");
    }
}
