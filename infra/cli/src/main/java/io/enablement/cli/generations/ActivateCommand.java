package io.enablement.cli.generations;

import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.RunException;
import io.enablement.cli.console.UsageException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows another generation of results. */
@Command(
        name = "activate",
        description = {
            "Show a generation of results, everywhere at once.",
            "An up that runs on DIR goes on with it. A moment before the change still shows the former one."
        },
        footer = {"", "Example:", "  enablement activate 2 --note \"rates of the treasury\""})
public final class ActivateCommand implements Callable<Integer> {

    private static final long PATIENCE_MILLIS = 60_000;
    private static final long PAUSE_MILLIS = 500;

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Parameters(paramLabel = "N", description = "The generation.")
    private long number;

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why; generations shows it.")
    private String note;

    @Option(
            names = "--force",
            description = "Even if it has not read all that the active one has read.")
    private boolean force;

    @Override
    public Integer call() {
        results.ask(clickHouse -> activate(new Generations(clickHouse)));
        return 0;
    }

    private void activate(Generations generations) {
        Generation generation = generations.get(number);
        if (generation.isActive()) {
            console.plain("Generation " + number + " is active already");
            return;
        }
        if (generation.isDropped()) {
            throw new UsageException("Generation " + number + " was dropped");
        }
        if (generation.checkpoint() == 0) {
            throw new UsageException("Generation " + number + " has published nothing yet");
        }
        if (!force) {
            requireUpToDate(generations);
        }
        long before = generations.active();
        generations.activate(number, note);
        console.plain(
                "Generation %d is active instead of %d; infra/enablement rollback shows %2$d again"
                        .formatted(number, before));
    }

    /** On a server both are written all the time, and checkpoints are some seconds apart. */
    private void requireUpToDate(Generations generations) {
        Map<String, Long> read = generations.progress(generations.active());
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        long missing = generations.missing(number, read);
        while (missing > 0 && isWritten(generations) && System.nanoTime() < end) {
            console.progress("Waiting for %s records".formatted(Console.count(missing)));
            pause();
            missing = generations.missing(number, read);
        }
        if (missing > 0) {
            throw new UsageException(
                    "Generation %d has not read %s records that the active one has: let its job read on (rebuild --generation %1$d), or use --force"
                            .formatted(number, Console.count(missing)));
        }
    }

    private boolean isWritten(Generations generations) {
        return results.areOnServer() && generations.isWritten(number);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("Interrupted while a generation caught up", e);
        }
    }
}
