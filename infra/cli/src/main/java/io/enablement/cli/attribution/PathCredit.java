package io.enablement.cli.attribution;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.OutputFormat;
import io.enablement.cli.console.UsageException;
import io.enablement.impact.UnusableFileException;
import io.enablement.impact.journeys.Bootstrap;
import io.enablement.impact.journeys.ChannelCredit;
import io.enablement.impact.journeys.CreditModel;
import io.enablement.impact.journeys.Journeys;
import io.enablement.impact.journeys.PathTable;
import java.nio.file.Path;
import java.util.List;

/** Credit for the channels of a path table. */
final class PathCredit {

    private final ModelOptions models;
    private final Console console;

    PathCredit(ModelOptions models, Console console) {
        this.models = models;
        this.console = console;
    }

    void answer(Path paths, String separator, OutputFormat format) {
        List<CreditModel> chosen = models.ofPaths();
        Bootstrap bootstrap = models.bootstrap();
        Journeys journeys = journeys(paths, separator);
        List<ChannelCredit> credit =
                chosen.stream()
                        .flatMap(model -> credit(model, journeys, bootstrap).stream())
                        .toList();
        switch (format) {
            case CSV -> CreditFile.writeCsv(credit, System.out);
            case JSON -> CreditFile.writeJson(credit, System.out);
            case TABLE -> print(journeys, credit);
        }
    }

    private Journeys journeys(Path paths, String separator) {
        try {
            Journeys journeys = Journeys.of(PathTable.read(paths, separator));
            long all = journeys.won() + journeys.lost();
            if (models.draws() > 0 && all > Bootstrap.MOST_JOURNEYS) {
                throw new UsageException(
                        "Intervals are drawn from at most %,d journeys, and %s has %,d: add --bootstrap 0"
                                .formatted(Bootstrap.MOST_JOURNEYS, paths, all));
            }
            return journeys;
        } catch (UnusableFileException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private List<ChannelCredit> credit(CreditModel model, Journeys journeys, Bootstrap bootstrap) {
        console.progress("Dividing credit by " + model.label());
        return ChannelCredit.of(model, journeys, bootstrap);
    }

    private void print(Journeys journeys, List<ChannelCredit> credit) {
        console.plain(
                "%s of %s journeys were won, worth %s"
                        .formatted(
                                Console.count(journeys.won()),
                                Console.count(journeys.won() + journeys.lost()),
                                CreditTable.decimal(journeys.value())));
        new CreditPrinter(console).print(new CreditTable("Channel", credit));
    }
}
