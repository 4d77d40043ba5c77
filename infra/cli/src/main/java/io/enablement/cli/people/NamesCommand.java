package io.enablement.cli.people;

import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes the names of reps into the directory. */
@Command(
        name = "names",
        description = {
            "Say who the reps are, from a CSV file under the line rep_id,name.",
            "Names stand apart from all numbers; the dashboard shows them to roles that may see"
                    + " single reps. A rep's newest name counts."
        })
public final class NamesCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Parameters(paramLabel = "FILE", description = "The names.")
    private Path file;

    @Override
    public Integer call() {
        Map<String, String> names = NameFile.read(file);
        results.ask(clickHouse -> new Directory(clickHouse).keep(names));
        console.plain("%d reps have a name".formatted(names.size()));
        return 0;
    }
}
