package io.enablement.cli.events;

import io.enablement.cli.console.Console;
import io.enablement.intake.EventFile;
import io.enablement.intake.IntakeSummary;
import io.enablement.intake.KafkaLoader;
import io.enablement.intake.RejectionReason;
import io.enablement.intake.Rejections;
import java.util.Map;

/** Sends files to Kafka and tells a person what became of their rows. */
public final class Loading {

    private final Console console;

    public Loading(Console console) {
        this.console = console;
    }

    public IntakeSummary load(EventFile events, String servers) {
        IntakeSummary summary;
        try (KafkaLoader loader = KafkaLoader.connect(servers)) {
            summary =
                    loader.load(
                            events,
                            (messages, bytes) ->
                                    console.progress(
                                            "Loading: " + Console.count(messages) + " messages"));
        }
        tell(console, "Loaded", summary);
        return summary;
    }

    /** What became of the rows, and the first of each kind that were rejected. */
    static void tell(Console console, String verb, IntakeSummary summary) {
        console.step(
                "%s %s events from %s rows (%s rejected, %s blank, %s skipped)"
                        .formatted(
                                verb,
                                Console.count(summary.eventCount()),
                                Console.count(summary.rows()),
                                Console.count(summary.rejectedCount()),
                                Console.count(summary.blank()),
                                Console.count(summary.skipped())));
        for (Map.Entry<RejectionReason, Rejections> each : summary.rejected().entrySet()) {
            console.step("  " + each.getKey() + ": " + Console.count(each.getValue().count()));
            each.getValue().examples().forEach(example -> console.step("    " + example));
        }
    }
}
