package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Fails if the fence lets a start pass that is fresh or older than what is stored. */
class FenceTest {
    private static final SinkSettings SETTINGS =
            new SinkSettings(
                    new ClickHouseSettings("http://localhost:8123", "default", "", "default"),
                    "cohorts",
                    3,
                    "zone UTC",
                    "/tmp/blocks");

    @Test
    void anEmptyGenerationMayBeginAnyhow() {
        assertThat(objection(OptionalLong.empty(), 0)).isEmpty();
        assertThat(objection(OptionalLong.of(4), 0)).isEmpty();
    }

    @Test
    void theNewestCheckpointMayGoOn() {
        assertThat(objection(OptionalLong.of(9), 9)).isEmpty();
        assertThat(objection(OptionalLong.of(10), 9)).isEmpty();
    }

    @Test
    void aFreshStartIsRefusedOnceThereAreResults() {
        assertThat(objection(OptionalLong.empty(), 9))
                .hasValue(
                        "This is a start without a checkpoint, but generation 3 of cohorts holds results up to checkpoint 9: start from the newest checkpoint or savepoint, or write a new generation");
    }

    @Test
    void anOlderCheckpointIsRefused() {
        assertThat(objection(OptionalLong.of(8), 9))
                .hasValue(
                        "This is a start from checkpoint 8, but generation 3 of cohorts holds results up to checkpoint 9: start from the newest checkpoint or savepoint, or write a new generation");
    }

    private static Optional<String> objection(OptionalLong restored, long reached) {
        return Fence.objection(SETTINGS, restored, reached);
    }
}
