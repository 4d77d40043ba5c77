package io.enablement.cli.attribution;

import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.OutputFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Divides what was won among what it travelled through. */
@Command(
        name = "attribute",
        description = {
            "Divide what was won among the programmes and the content that it travelled with, under every model.",
            "markov and shapley are computed anew from all journeys and kept in attribution_model.",
            "With --paths: among the channels of a path table, without any pipeline."
        },
        footer = {
            "",
            "A path table is a CSV file with the columns path, total_conversions, total_conversion_value and total_null.",
            "Whatever the model: " + ModelOptions.NOTE + ".",
            "",
            "Examples:",
            "  enablement attribute --data data/local",
            "  enablement attribute --paths paths.csv",
            "  enablement attribute --paths paths.csv --separator '>' --models markov --order 2 --format csv"
        })
public final class AttributeCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Option(
            names = "--paths",
            paramLabel = "FILE",
            description = "A path table to look at instead of the pipeline.")
    private Path paths;

    @Option(
            names = "--separator",
            paramLabel = "TEXT",
            defaultValue = " > ",
            description =
                    "What stands between two channels of a path (default: '${DEFAULT-VALUE}').")
    private String separator;

    @Mixin private ModelOptions models;

    @Mixin private FormatOption format;

    @Override
    public Integer call() {
        if (paths == null) {
            models.namesOfPipeline();
            models.ofPipeline();
            results.ask(
                    clickHouse ->
                            new PipelineCredit(clickHouse, models, console)
                                    .answer(format.chosen()));
        } else {
            new PathCredit(models, console).answer(paths, separator, format.chosen());
        }
        System.out.flush();
        if (format.chosen() != OutputFormat.TABLE) {
            console.step(ModelOptions.NOTE);
        }
        return 0;
    }
}
