package io.enablement.streaming.sink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** Refuses a start that could break a promise, with everything that is wrong at once. */
final class StartCheck {
    private final SinkSettings settings;
    private final List<Table> tables;

    StartCheck(SinkSettings settings, List<Table> tables) {
        this.settings = settings;
        this.tables = tables;
    }

    void pass(ClickHouse clickHouse, OptionalLong restored, int writers) throws IOException {
        List<String> objections =
                new ArrayList<>(DeduplicationWindows.of(clickHouse).objections(tables, writers));
        refuse(objections);
        new WrittenGeneration(clickHouse, settings).refuseDropped();
        PipelineStatus status = new PipelineStatus(clickHouse, settings);
        long reached = Math.max(status.published(), status.written(tables));
        Fence.objection(settings, restored, reached).ifPresent(objections::add);
        refuse(objections);
    }

    /**
     * Half a generation would be missing: all that the other one holds and nobody touches again.
     */
    static void refuseOtherGeneration(SinkSettings settings, long restored) {
        if (restored != settings.generation()) {
            refuse(
                    List.of(
                            "This is a start from a checkpoint of generation %d, but generation %d is to be written: a new generation starts without a checkpoint"
                                    .formatted(restored, settings.generation())));
        }
    }

    /**
     * What has been added to a sum could not be taken out again: it would be worth something else.
     */
    static void refuseOtherDecisions(SinkSettings settings, String restored) {
        if (!restored.equals(settings.decisions())) {
            refuse(
                    List.of(
                            "The settings that decide numbers have changed from %s to %s: go back to the former ones or start a new generation"
                                    .formatted(restored, settings.decisions())));
        }
    }

    /** A restart would change nothing. */
    static void refuse(List<String> objections) {
        if (!objections.isEmpty()) {
            throw new SuppressRestartsException(
                    new IllegalStateException(String.join("; ", objections)));
        }
    }
}
