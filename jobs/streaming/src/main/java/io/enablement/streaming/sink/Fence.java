package io.enablement.streaming.sink;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lets a job write a generation only from where that generation is. Checkpoint numbers begin again
 * with a fresh start and repeat after an old savepoint; written over what is there, rows of keys
 * that are not touched again would stay wrong for ever, and ledgers would count twice.
 */
final class Fence {
    private Fence() {}

    /**
     * What is wrong with a start, in a sentence that says what to do.
     *
     * @param restored the checkpoint the job starts from
     * @param reached the last checkpoint of which the generation holds anything; 0 for none
     */
    static Optional<String> objection(SinkSettings settings, OptionalLong restored, long reached) {
        if (reached == PipelineStatus.NOTHING) {
            return Optional.empty();
        }
        String generation =
                "generation %d of %s holds results up to checkpoint %d"
                        .formatted(settings.generation(), settings.job(), reached);
        if (restored.isEmpty()) {
            return Optional.of(
                    "This is a start without a checkpoint, but %s: start from the newest checkpoint or savepoint, or write a new generation"
                            .formatted(generation));
        }
        if (restored.getAsLong() < reached) {
            return Optional.of(
                    "This is a start from checkpoint %d, but %s: start from the newest checkpoint or savepoint, or write a new generation"
                            .formatted(restored.getAsLong(), generation));
        }
        return Optional.empty();
    }
}
