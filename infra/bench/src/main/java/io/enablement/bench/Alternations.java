package io.enablement.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.bench.Lane.Sets;
import io.enablement.bench.Plan.Cost;
import io.enablement.bench.contest.ContestantProcess;
import io.enablement.bench.contest.ContestantProcess.Answer;
import io.enablement.bench.contest.ContestantProcess.Found;
import io.enablement.bench.contest.Race;
import io.enablement.bench.events.EventTopics;
import io.enablement.bench.events.SalesEvents;
import io.enablement.bench.process.JavaProcess;
import io.enablement.bench.process.Services;
import io.enablement.bench.report.Measurement;
import io.enablement.bench.report.Measurement.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs lanes in turns, A B C A B C …, after a warm-up in which everybody reads a small set of
 * events and must find the same numbers; every later run is compared as well.
 */
final class Alternations implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 7;

    private final Services services;
    private final Path directory;
    private final List<String> options;
    private final Protocol protocol;
    private final Map<String, JavaProcess> processes = new LinkedHashMap<>();
    private final Map<String, List<String>> numbersOfSet = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private final AtomicInteger generations;

    /**
     * @param options of the contestants' JVMs
     * @param generations the last one that was written; each run writes one of its own
     */
    Alternations(
            Services services,
            Path directory,
            List<String> options,
            AtomicInteger generations,
            Protocol protocol) {
        this.services = services;
        this.directory = directory;
        this.options = options;
        this.generations = generations;
        this.protocol = protocol;
    }

    /** Starts everybody, and fails where somebody finds another number. */
    void warmUp(Set<Lane> lanes, long events) throws ExecutionException, InterruptedException {
        lanes.forEach(this::process);
        fill(Sets.WARM_UP, SalesEvents.of(SEED, events));
        int number = 0;
        for (Lane lane : lanes) {
            number++;
            protocol.progress(
                    "Warming up, %d of %d: %s".formatted(number, lanes.size(), lane.title()));
            run(lane, lane.readsEvents() ? Sets.WARM_UP : lane.set(), lane.warmUp(events));
        }
    }

    /**
     * What the plan is made of: what it costs everybody to read more events, after everybody has
     * read some, so that little time goes into compiling and starting.
     */
    Map<Lane, Cost> costs(Set<Lane> lanes, long events)
            throws ExecutionException, InterruptedException {
        fill(Sets.ESTIMATE, SalesEvents.of(SEED, events));
        Map<Lane, Cost> costs = new EnumMap<>(Lane.class);
        for (Lane lane : lanes) {
            protocol.progress("Estimating %s".formatted(lane.title()));
            long started = System.nanoTime();
            Run run =
                    run(lane, lane.readsEvents() ? Sets.ESTIMATE : lane.set(), lane.warmUp(events));
            double seconds = Measurement.seconds(System.nanoTime() - started);
            costs.put(
                    lane, new Cost(seconds - run.wallSeconds(), run.wallSeconds() / run.events()));
        }
        return costs;
    }

    /** Fills what the lanes read. */
    void fill(Plan plan, Set<Lane> lanes, long events)
            throws ExecutionException, InterruptedException {
        for (Lane lane : lanes) {
            String set = lane.set(plan.divisor(lane));
            if (lane.readsEvents() && !sizes.containsKey(set)) {
                SalesEvents even = SalesEvents.of(SEED, plan.events(lane, events));
                fill(set, lane == Lane.HOT_REP ? even.withHotRep() : even);
            }
        }
    }

    /**
     * The rounds, after everything is filled.
     *
     * @param events of a whole run
     */
    Map<Lane, Measurement> run(
            Plan plan, Map<Lane, Cost> costs, Set<Lane> lanes, long events, int rounds) {
        TimeLeft left = new TimeLeft();
        lanes.forEach(
                lane -> left.expect(lane, costs.get(lane).seconds(plan.events(lane, events))));
        Map<Lane, Measurement> measured = new EnumMap<>(Lane.class);
        for (int round = 1; round <= rounds; round++) {
            for (Lane lane : lanes) {
                protocol.progress(
                        "Round %d of %d: %s, %s; %s left"
                                .formatted(
                                        round,
                                        rounds,
                                        lane.title(),
                                        Plan.words(plan.divisor(lane)),
                                        left.words(lane, rounds - round)));
                long started = System.nanoTime();
                Run run = run(lane, lane.set(plan.divisor(lane)), size(lane, plan, events));
                left.expect(lane, Measurement.seconds(System.nanoTime() - started));
                measured.computeIfAbsent(lane, first -> new Measurement()).add(run);
                protocol.run(lane, round, run);
            }
        }
        return measured;
    }

    @Override
    public void close() {
        processes.values().forEach(JavaProcess::close);
    }

    private long size(Lane lane, Plan plan, long events) {
        return lane.readsEvents()
                ? sizes.get(lane.set(plan.divisor(lane)))
                : plan.events(lane, events);
    }

    private void fill(String set, SalesEvents events)
            throws ExecutionException, InterruptedException {
        protocol.progress("Sending %,d events to %s…".formatted(events.size(), set));
        EventTopics.fill(services.kafka(), set, events);
        sizes.put(set, events.size());
    }

    private Run run(Lane lane, String set, long events) {
        JavaProcess process = process(lane);
        Duration engine = services.engineCpu();
        Duration broker = services.brokerCpu();
        Answer answer = read(process.ask(write(race(lane, set, events))), Answer.class);
        double engineSeconds = Measurement.seconds(services.engineCpu().minus(engine).toNanos());
        double brokerSeconds = Measurement.seconds(services.brokerCpu().minus(broker).toNanos());
        Found found = read(process.ask(""), Found.class);
        compare(lane, set, events, found.numbers());
        return new Run(
                events,
                Measurement.seconds(answer.wallNanos()),
                Measurement.seconds(answer.cpuNanos()),
                engineSeconds,
                brokerSeconds,
                found.extras());
    }

    /** The first to read a set says what all others must find. */
    private void compare(Lane lane, String set, long events, List<String> numbers) {
        if (!lane.isCompared()) {
            return;
        }
        List<String> expected =
                numbersOfSet.computeIfAbsent(
                        lane.question() + " " + set + " " + events, first -> numbers);
        if (numbers.isEmpty() || !numbers.equals(expected)) {
            throw new IllegalStateException(
                    "%s finds other numbers in %s: %s"
                            .formatted(lane.title(), set, difference(expected, numbers)));
        }
    }

    static String difference(List<String> expected, List<String> found) {
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(Set.copyOf(found));
        List<String> unexpected = new ArrayList<>(found);
        unexpected.removeAll(Set.copyOf(expected));
        return "%d lines are missing, the first is %s; %d should not be there, the first is %s"
                .formatted(
                        missing.size(),
                        missing.stream().findFirst().orElse("none"),
                        unexpected.size(),
                        unexpected.stream().findFirst().orElse("none"));
    }

    private JavaProcess process(Lane lane) {
        return processes.computeIfAbsent(lane.process(), name -> start(lane));
    }

    private JavaProcess start(Lane lane) {
        List<String> all = new ArrayList<>(options);
        all.addAll(lane.options());
        all.replaceAll(option -> option.replace("{name}", lane.process()));
        return JavaProcess.start(
                lane.process(), directory, all, ContestantProcess.class, lane.type().getName());
    }

    private Race race(Lane lane, String set, long events) {
        return new Race(
                set,
                events,
                generations.incrementAndGet(),
                lane.variant(),
                services.kafka(),
                services.clickHouse(),
                Services.USER,
                Services.PASSWORD,
                Services.DATABASE,
                directory.toString());
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    private static <T> T read(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A contestant says: " + line, e);
        }
    }
}
