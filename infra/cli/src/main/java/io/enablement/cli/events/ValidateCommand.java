package io.enablement.cli.events;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.Failure;
import io.enablement.domain.event.Family;
import io.enablement.intake.EventFile;
import io.enablement.intake.IntakeSummary;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads files as load would, and sends nothing. */
@Command(
        name = "validate",
        description = {
            "Say what load would read from files of events, and the first problems; nothing is sent.",
            "Whether an event makes sense is decided later, when the job reads it."
        })
public final class ValidateCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private FileOptions files;

    @Option(names = "--strict", description = "Exit with 1 where rows would be rejected.")
    private boolean strict;

    @Override
    public Integer call() {
        try (EventFile events = files.open()) {
            IntakeSummary summary = events.readToEnd();
            Loading.tell(console, "Would load", summary);
            for (Map.Entry<Family, Long> each : summary.events().entrySet()) {
                console.plain(
                        "%-10s %12s"
                                .formatted(each.getKey().label(), Console.count(each.getValue())));
            }
            return strict && summary.rejectedCount() > 0 ? Failure.DEAD_LETTERS : 0;
        }
    }
}
