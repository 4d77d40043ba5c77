package io.enablement.cli.people;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes the names of reps from the directory. */
@Command(
        name = "forget",
        description = {
            "Delete the names of reps; every number stays as it is, under the pseudonym.",
            "ClickHouse removes the old files within minutes. Backups that were made before still"
                    + " have them."
        })
public final class ForgetCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Parameters(paramLabel = "REP", arity = "1..*", description = "Ids of reps.")
    private List<String> reps;

    @Override
    public Integer call() {
        results.ask(this::forget);
        return 0;
    }

    private void forget(ClickHouse clickHouse) {
        Set<String> asked = new LinkedHashSet<>(reps);
        Directory directory = new Directory(clickHouse);
        List<String> nameless = directory.without(asked);
        directory.forget(asked);
        for (String rep : asked) {
            console.plain(
                    nameless.contains(rep) ? rep + " had no name here" : rep + " is forgotten");
        }
    }
}
