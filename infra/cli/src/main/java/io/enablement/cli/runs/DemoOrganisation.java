package io.enablement.cli.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.cli.console.UsageException;
import io.enablement.impact.roi.Margin;
import io.enablement.simulation.Progress;
import io.enablement.simulation.Simulation;
import io.enablement.simulation.SimulationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The simulated organisation of a data directory: its events, its rates and its truth. */
final class DemoOrganisation {

    /** The currency of its quotas and of its rates. */
    static final String CURRENCY = "USD";

    /** What it keeps of its revenue; a real one comes from the company's accounts. */
    static final Margin MARGIN = new Margin(0.35, "simulated");

    private final Path directory;
    private final SimulationSettings settings;

    private DemoOrganisation(Path directory, SimulationSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** Refuses a directory with the results of anything else: the two would be added up. */
    static DemoOrganisation of(Path directory, SimulationSettings settings) throws IOException {
        DemoOrganisation organisation = new DemoOrganisation(directory, settings);
        if (organisation.isWritten()) {
            organisation.claimSame();
            return organisation;
        }
        if (Files.exists(directory.resolve("clickhouse"))) {
            throw new UsageException(
                    "The directory %s holds other data; give the demo its own with --data"
                            .formatted(directory));
        }
        return organisation;
    }

    /** Complete: the truth comes last. */
    boolean isWritten() {
        return Files.exists(truth());
    }

    void write(Progress progress) throws IOException {
        Files.createDirectories(directory.resolve("demo"));
        Simulation.writeRates(settings, rates());
        Path draft = file("truth.json.draft");
        Simulation.write(settings, events(), draft, progress);
        Files.move(draft, truth());
    }

    Path events() {
        return file("events.jsonl.gz");
    }

    /** Whoever goes on with the directory needs the same rates. */
    Path rates() {
        return file("rates.csv");
    }

    Path truth() {
        return file("truth.json");
    }

    private void claimSame() throws IOException {
        JsonNode run = new ObjectMapper().readTree(truth().toFile()).path("run");
        boolean same =
                run.path("reps").asInt() == settings.reps()
                        && run.path("months").asInt() == settings.months()
                        && run.path("seed").asLong() == settings.seed()
                        && run.path("fiscal_year_start").asInt() == settings.fiscalYearStart();
        if (!same) {
            throw new UsageException(
                    "The directory %s holds the organisation of --reps %s --months %s --seed %s with --fiscal-year-start %s; give another its own with --data"
                            .formatted(
                                    directory,
                                    run.path("reps"),
                                    run.path("months"),
                                    run.path("seed"),
                                    run.path("fiscal_year_start")));
        }
    }

    private Path file(String name) {
        return directory.resolve("demo").resolve(name);
    }
}
