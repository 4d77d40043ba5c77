package io.enablement.bench;

import io.enablement.bench.Plan.Cost;
import io.enablement.bench.events.SalesEvents;
import io.enablement.bench.process.Services;
import io.enablement.bench.report.Measurement;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The process of the benchmarks, started by the command line. */
@Command(name = "bench")
public final class Bench implements Callable<Integer> {

    private static final long WARM_UP_EVENTS = 3L * SalesEvents.UNIT;
    private static final long ESTIMATE_EVENTS = 8L * SalesEvents.UNIT;
    private static final double SECONDS_OF_MINUTE = 60;

    /** For what comes after the rounds, and for what was not foreseen. */
    private static final double RESERVE_SECONDS = 30;

    private final Protocol protocol;
    private final AtomicInteger generations = new AtomicInteger();

    /** What a contestant reads in all its rounds together. */
    @Option(names = "--events", defaultValue = "3000000")
    private long events;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    /** Of the largest organisation of the growth. */
    @Option(names = "--grown", defaultValue = "10000000")
    private long grown;

    /** Of the dashboard. */
    @Option(names = "--deals", defaultValue = "10000000")
    private long deals;

    /** For warm-up and rounds; 0 for as long as it takes. */
    @Option(names = "--minutes", defaultValue = "10")
    private int minutes;

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
            return measure(items) ? 0 : 1;
        } finally {
            deleteAllButLogs();
        }
    }

    private Set<Item> items() {
        Set<Item> items = EnumSet.noneOf(Item.class);
        only.forEach(label -> items.add(Item.ofLabel(label)));
        return items;
    }

    /** Gives what it could measure; whether that is everything. */
    private boolean measure(Set<Item> items) throws Exception {
        boolean isWhole = true;
        Conditions conditions = Conditions.now();
        protocol.progress("Starting Kafka and ClickHouse");
        try (Services services = Services.start(directory)) {
            String versions = Conditions.versions(services.database());
            Map<Lane, Measurement> measured = race(items, services, conditions);
            measured.forEach((lane, each) -> protocol.measurement(lane.title(), each));
            Scene scene = scene(services);
            for (Item item : items) {
                isWhole &= tell(item, measured, scene);
            }
            if (profile) {
                Profiles.of(directory).forEach(protocol::profile);
            }
            protocol.conditions(conditions.until(versions, eventsOfRun(), rounds));
        }
        return isWhole;
    }

    /** One item that fails takes no other along. */
    private boolean tell(Item item, Map<Lane, Measurement> measured, Scene scene) {
        try {
            if (!measured.keySet().containsAll(item.lanes())) {
                return false;
            }
            item.findings(measured).forEach(protocol::finding);
            item.findings(measured, scene).forEach(protocol::finding);
            return true;
        } catch (Exception e) {
            protocol.failure(item.label(), e);
            return false;
        }
    }

    private Map<Lane, Measurement> race(Set<Item> items, Services services, Conditions conditions)
            throws ExecutionException, InterruptedException {
        Set<Lane> lanes = EnumSet.noneOf(Lane.class);
        items.forEach(item -> lanes.addAll(item.lanes()));
        if (lanes.isEmpty()) {
            return Map.of();
        }
        try (Alternations alternations =
                new Alternations(services, directory, options(), generations, protocol)) {
            alternations.warmUp(lanes, WARM_UP_EVENTS);
            Map<Lane, Cost> costs = alternations.costs(lanes, ESTIMATE_EVENTS);
            Set<Lane> growing = EnumSet.copyOf(Item.GROWTH.lanes());
            growing.retainAll(lanes);
            lanes.removeAll(growing);
            Map<Lane, Measurement> measured = new EnumMap<>(Lane.class);
            Plan plan = plan(lanes, costs, conditions);
            alternations.fill(plan, lanes, eventsOfRun());
            measured.putAll(alternations.run(plan, costs, lanes, eventsOfRun(), rounds));
            measured.putAll(growth(alternations, costs, growing));
            return measured;
        }
    }

    private Map<Lane, Measurement> growth(
            Alternations alternations, Map<Lane, Cost> costs, Set<Lane> lanes) {
        try {
            Plan whole = Plan.whole(lanes);
            alternations.fill(whole, lanes, sizeOf(grown));
            return alternations.run(whole, costs, lanes, sizeOf(grown), 1);
        } catch (Exception e) {
            protocol.failure(Item.GROWTH.label(), e);
            return Map.of();
        }
    }

    private Plan plan(Set<Lane> lanes, Map<Lane, Cost> costs, Conditions conditions) {
        if (minutes == 0 || lanes.isEmpty()) {
            return Plan.whole(lanes);
        }
        double left = minutes * SECONDS_OF_MINUTE - conditions.seconds() - RESERVE_SECONDS;
        Map<Lane, Cost> ofLanes = new EnumMap<>(costs);
        ofLanes.keySet().retainAll(lanes);
        Plan plan = Plan.of(ofLanes, eventsOfRun(), rounds, left);
        plan.divisors().entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .forEach(
                        each ->
                                protocol.progress(
                                        "To be done in %d minutes, %s reads %s in each round"
                                                .formatted(
                                                        minutes,
                                                        each.getKey().title(),
                                                        Plan.words(each.getValue()))));
        return plan;
    }

    private Scene scene(Services services) {
        return new Scene(
                services,
                directory,
                options(),
                eventsOfRun(),
                rounds,
                deals,
                generations,
                protocol::progress);
    }

    private long eventsOfRun() {
        return sizeOf(events / rounds);
    }

    /** Of a whole number of units, at least one. */
    private static long sizeOf(long events) {
        return SalesEvents.of(0, Math.max(SalesEvents.UNIT, events)).size();
    }

    private List<String> options() {
        return profile
                ? List.of(
                        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=%s"
                                .formatted(directory.resolve("{name}.jfr")))
                : List.of();
    }

    /** Topics, tables, checkpoints. */
    private void deleteAllButLogs() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(directory) && !isLog(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private boolean isLog(Path file) {
        return directory.equals(file.getParent()) && file.toString().matches(".*\\.(log|jfr)");
    }
}
