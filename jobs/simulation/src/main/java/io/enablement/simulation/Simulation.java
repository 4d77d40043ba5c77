package io.enablement.simulation;

import io.enablement.domain.event.Event;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The events of a synthetic sales organisation in the order in which their sources recorded them.
 * It lives day by day: memory holds the reps and the deals that are open, however long it runs.
 */
public final class Simulation implements Iterator<Event> {

    private static final int EVENTS_PER_PROGRESS = 100_000;

    private final World world;
    private final Workdays workdays;
    private final KindCounts counts = new KindCounts();
    private long day;
    private Iterator<Event> today = Collections.emptyIterator();

    private Simulation(World world) {
        this.world = world;
        this.workdays = new Workdays(world);
        this.day = world.timeline().firstDay();
        new ProgrammeStory(world).tell();
        new EmploymentStory(world).tell();
    }

    /** An organisation with programmes of every kind of assignment and of every sort of effect. */
    public static Simulation of(SimulationSettings settings) {
        return of(settings, Programmes.of(settings.months()));
    }

    static Simulation of(SimulationSettings settings, List<Programme> programmes) {
        return new Simulation(World.of(settings, programmes));
    }

    /**
     * Writes the events as JSON lines, compressed where the name ends in {@code .gz}, and the truth
     * about them as JSON. The same settings give the same bytes.
     */
    public static Truth write(
            SimulationSettings settings, Path events, Path truth, Progress progress)
            throws IOException {
        Simulation simulation = of(settings);
        Disorder arrivals = new Disorder(simulation, settings.disorder(), settings.seed());
        long written = 0;
        try (JsonLinesWriter lines = new JsonLinesWriter(open(events))) {
            while (arrivals.hasNext()) {
                lines.write(arrivals.next());
                written++;
                if (written % EVENTS_PER_PROGRESS == 0) {
                    progress.written(written);
                }
            }
        }
        progress.written(written);
        Truth.Arrivals counted =
                new Truth.Arrivals(written, arrivals.duplicates(), arrivals.conflicts());
        Truth result = simulation.truth(counted);
        result.write(truth);
        return result;
    }

    /** Writes the rates of all currencies that occur, as the jobs read them. */
    public static void writeRates(SimulationSettings settings, Path file) throws IOException {
        Files.writeString(file, ExchangeRates.of(settings).csv());
    }

    @Override
    public boolean hasNext() {
        while (!today.hasNext() && day < world.timeline().endDay()) {
            workdays.live(LocalDate.ofEpochDay(day));
            today = world.agenda().take(day).iterator();
            day++;
        }
        return today.hasNext();
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Event event = today.next();
        counts.add(event);
        return event;
    }

    World world() {
        return world;
    }

    /** Complete when all events have been taken. */
    Truth truth(Truth.Arrivals arrivals) {
        return TruthReport.of(world, counts.byName(), arrivals);
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return file.getFileName().toString().endsWith(".gz") ? new FastGzip(out) : out;
    }
}
