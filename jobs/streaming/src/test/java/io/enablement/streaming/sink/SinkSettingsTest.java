package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SinkSettingsTest {
    private static final ClickHouseSettings CLICK_HOUSE =
            new ClickHouseSettings("http://localhost:8123", "writer", "secret", "enablement");

    @Test
    void thePasswordIsInNoText() {
        SinkSettings settings =
                new SinkSettings(CLICK_HOUSE, "cohorts", 1, "zone UTC", "/tmp/blocks");

        assertThat(settings.toString()).contains("writer").doesNotContain("secret");
    }

    @Test
    void theDefaultsAreThese() {
        SinkSettings settings =
                new SinkSettings(CLICK_HOUSE, "cohorts", 1, "zone UTC", "/tmp/blocks");

        assertThat(settings.rowsPerBlock()).isEqualTo(100_000);
        assertThat(settings.bytesPerBlock()).isEqualTo(33_554_432);
        assertThat(settings.spillBytes()).isEqualTo(262_144);
        assertThat(CLICK_HOUSE.retryFor()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SinkSettings(
                                        CLICK_HOUSE,
                                        "Cohorts!",
                                        0,
                                        "",
                                        "",
                                        0,
                                        1,
                                        1,
                                        new TreeMap<>()))
                .withMessage(
                        "the job 'Cohorts!' is not lower case with hyphens; the generation 0 is not within 1 to 2^32-1; the directory for large blocks is empty; the limits of a block are not positive");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ClickHouseSettings(
                                        "http://me:secret@host", "", "", "", Duration.ZERO))
                .withMessage(
                        "the address of ClickHouse is not like http://host:8123; the user of ClickHouse is empty; the database of ClickHouse is empty; the time to retry is less than a second");
    }
}
