package io.enablement.cli.events;

import io.enablement.cli.console.UsageException;
import io.enablement.simulation.SimulationSettings;
import picocli.CommandLine.Option;

/** How large a made-up sales organisation is, and which one. */
public final class OrganisationOptions {

    @Option(
            names = "--reps",
            paramLabel = "N",
            description = "How many sell (default: ${DEFAULT-VALUE}).")
    private int reps = 400;

    @Option(
            names = "--months",
            paramLabel = "M",
            description = "How long (default: ${DEFAULT-VALUE}).")
    private int months = 24;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Another seed is another organisation (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    public SimulationSettings standard() {
        try {
            return SimulationSettings.standard(reps, months, seed);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    SimulationSettings volume() {
        return SimulationSettings.volume(seed);
    }
}
