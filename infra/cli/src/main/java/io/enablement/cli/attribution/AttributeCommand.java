package io.enablement.cli.attribution;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.OutputFormat;
import io.enablement.cli.console.UsageException;
import io.enablement.impact.journeys.Bootstrap;
import io.enablement.impact.journeys.ChannelCredit;
import io.enablement.impact.journeys.CreditModel;
import io.enablement.impact.journeys.Journeys;
import io.enablement.impact.journeys.PathTable;
import io.enablement.impact.journeys.PathTableException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Divides what was won among the channels that it travelled through. */
@Command(
        name = "attribute",
        description = "Divide what was won among the channels that it travelled through.",
        footer = {
            "",
            "A path table is a CSV file with the columns path, total_conversions, total_conversion_value and total_null.",
            "Whatever the model: " + ModelOptions.NOTE + ".",
            "",
            "Examples:",
            "  enablement attribute --paths paths.csv",
            "  enablement attribute --paths paths.csv --separator '>' --models markov --order 2 --format csv"
        })
public final class AttributeCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Option(
            names = "--paths",
            paramLabel = "FILE",
            required = true,
            description = "The path table.")
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
        List<CreditModel> chosen = models.ofPaths();
        Bootstrap bootstrap = models.bootstrap();
        Journeys journeys = journeys();
        List<ChannelCredit> credit =
                chosen.stream()
                        .flatMap(model -> credit(model, journeys, bootstrap).stream())
                        .toList();
        switch (format.chosen()) {
            case CSV -> CreditFile.writeCsv(credit, System.out);
            case JSON -> CreditFile.writeJson(credit, System.out);
            case TABLE -> new CreditPrinter(console).print(journeys, credit);
        }
        System.out.flush();
        if (format.chosen() != OutputFormat.TABLE) {
            console.step(ModelOptions.NOTE);
        }
        return 0;
    }

    private Journeys journeys() {
        try {
            Journeys journeys = Journeys.of(PathTable.read(paths, separator));
            long all = journeys.won() + journeys.lost();
            if (models.draws() > 0 && all > Bootstrap.MOST_JOURNEYS) {
                throw new UsageException(
                        "Intervals are drawn from at most %,d journeys, and %s has %,d: add --bootstrap 0"
                                .formatted(Bootstrap.MOST_JOURNEYS, paths, all));
            }
            return journeys;
        } catch (PathTableException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private List<ChannelCredit> credit(CreditModel model, Journeys journeys, Bootstrap bootstrap) {
        console.progress("Dividing credit by " + model.label());
        return ChannelCredit.of(model, journeys, bootstrap);
    }
}
