package io.enablement.bench;

import io.enablement.bench.events.SalesEvents;
import io.enablement.bench.process.Services;
import io.enablement.bench.report.Measurement;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The process of the benchmarks, started by the command line. */
@Command(name = "bench")
public final class Bench implements Callable<Integer> {

    private static final long WARM_UP_EVENTS = 3L * SalesEvents.UNIT;

    private final Protocol protocol;

    /** What a contestant reads in all its rounds together. */
    @Option(names = "--events", defaultValue = "3000000")
    private long events;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    @Option(names = "--only", split = ",", required = true)
    private List<String> only;

    @Option(names = "--profile")
    private boolean profile;

    @Option(names = "--directory", required = true)
    private Path directory;

    Bench(PrintStream out) {
        this.protocol = new Protocol(out);
    }

    public static void main(String[] arguments) {
        PrintStream answers = System.out;
        System.setOut(System.err); // what libraries print is no result
        System.exit(new CommandLine(new Bench(answers)).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Set<Item> items = items();
        Files.createDirectories(directory);
        try {
            measure(items);
        } finally {
            delete(directory.resolve("kafka"));
            delete(directory.resolve("clickhouse"));
        }
        return 0;
    }

    private Set<Item> items() {
        Set<Item> items = EnumSet.noneOf(Item.class);
        only.forEach(label -> items.add(Item.ofLabel(label)));
        return items;
    }

    private void measure(Set<Item> items) throws Exception {
        Conditions conditions = Conditions.now();
        protocol.progress("Starting Kafka and ClickHouse");
        Set<Lane> lanes = EnumSet.noneOf(Lane.class);
        items.forEach(item -> lanes.addAll(item.lanes()));
        long eventsOfRun = Math.max(SalesEvents.UNIT, events / rounds);
        Map<Lane, Measurement> measured;
        String versions;
        try (Services services = Services.start(directory)) {
            versions = Conditions.versions(services.database());
            try (Alternations alternations =
                    new Alternations(services, directory, options(), protocol)) {
                alternations.warmUp(lanes, WARM_UP_EVENTS);
                measured = alternations.run(lanes, eventsOfRun, rounds);
            }
        }
        measured.forEach((lane, measurement) -> protocol.measurement(lane.title(), measurement));
        for (Item item : items) {
            item.findings(measured).forEach(protocol::finding);
        }
        if (profile) {
            Profiles.of(directory).forEach(protocol::profile);
        }
        protocol.conditions(
                conditions.until(versions, SalesEvents.of(0, eventsOfRun).size(), rounds));
    }

    private List<String> options() {
        return profile
                ? List.of(
                        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=%s"
                                .formatted(directory.resolve("{name}.jfr")))
                : List.of();
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
