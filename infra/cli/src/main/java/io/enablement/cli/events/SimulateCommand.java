package io.enablement.cli.events;

import io.enablement.cli.console.Console;
import io.enablement.simulation.Simulation;
import io.enablement.simulation.SimulationSettings;
import io.enablement.simulation.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the events of a made-up sales organisation, and what is true of it. */
@Command(
        name = "simulate",
        description = {
            "Make up a sales organisation and write its events, with the true effects of its programmes.",
            "The same seed gives the same bytes. Deals are in several currencies: give the written rates to the job."
        },
        footer = {
            "",
            "Example:",
            "  enablement simulate --reps 400 --months 24 --seed 7 --out events.jsonl.gz --truth truth.json --rates-out rates.csv",
            "  enablement process events.jsonl.gz --rates rates.csv --data data/simulated"
        })
public final class SimulateCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private OrganisationOptions organisation;

    @Option(
            names = "--volume",
            description = "Tens of millions of events: 10,000 reps over 36 months.")
    private boolean volume;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the events go: JSON Lines, compressed if it ends in .gz.")
    private Path out;

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description = "Where the true effects and the counts go: JSON.")
    private Path truth;

    @Option(
            names = "--rates-out",
            paramLabel = "FILE",
            description = "Where the exchange rates go, for --rates of process and up.")
    private Path rates;

    @Override
    public Integer call() throws IOException {
        SimulationSettings settings = volume ? organisation.volume() : organisation.standard();
        if (rates != null) {
            Simulation.writeRates(settings, rates);
        }
        Truth written =
                Simulation.write(
                        settings,
                        out,
                        truth,
                        events -> console.progress(Console.count(events) + " events"));
        console.step(
                "Wrote %s events and %s duplicates to %s, and what is true to %s"
                        .formatted(
                                Console.count(written.arrivals().events()),
                                Console.count(written.arrivals().duplicates()),
                                out,
                                truth));
        return 0;
    }
}
