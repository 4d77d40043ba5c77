package io.enablement.cli.generations;

import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the generation of results that was shown before. */
@Command(
        name = "rollback",
        description = {
            "Show the generation that was active before the present one, everywhere at once.",
            "A second rollback takes the first one back."
        })
public final class RollbackCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why; generations shows it.")
    private String note;

    @Override
    public Integer call() {
        results.ask(clickHouse -> rollBack(new Generations(clickHouse)));
        return 0;
    }

    private void rollBack(Generations generations) {
        Generation before = generations.before();
        if (before.isDropped()) {
            throw new UsageException(
                    "Generation %d, which was active before, was dropped"
                            .formatted(before.number()));
        }
        long active = generations.active();
        long missing = generations.missing(before.number(), generations.progress(active));
        generations.activate(before.number(), note);
        console.plain("Generation %d is active again".formatted(before.number()));
        if (missing > 0) {
            console.step(
                    "It has not read %s records that %d has, until a job goes on with it"
                            .formatted(Console.count(missing), active));
        }
    }
}
