package io.enablement.cli.stack;

import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.generations.Generations;
import io.enablement.local.JobSnapshots;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a generation of results. */
@Command(
        name = "drop",
        description = {
            "Delete a generation of results that is not shown, and on DIR the snapshots of its jobs.",
            "No job can write it again: half a generation would be missing."
        })
public final class DropCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Parameters(paramLabel = "N", description = "The generation.")
    private long number;

    @Override
    public Integer call() {
        results.ask(clickHouse -> drop(new Generations(clickHouse)));
        return 0;
    }

    private void drop(Generations generations) {
        if (generations.get(number).isActive()) {
            throw new UsageException(
                    "Generation " + number + " is active: activate another one first");
        }
        if (results.areOnServer()) {
            generations.drop(number);
        } else {
            dropWithSnapshots(generations);
        }
        console.plain("Generation " + number + " is dropped");
    }

    /** No job writes it meanwhile: it would hold a lock. */
    @SuppressWarnings("try") // The lock is only held.
    private void dropWithSnapshots(Generations generations) {
        try (GenerationLock lock = GenerationLock.take(this::snapshots, number)) {
            generations.drop(number);
            Generations.JOBS.forEach(job -> snapshots(StackJob.snapshots(job, number)).delete());
        }
    }

    private JobSnapshots snapshots(String name) {
        Path directory = results.directory().toAbsolutePath().normalize();
        return JobSnapshots.of(directory.resolve("flink"), name);
    }
}
