package io.enablement.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the runs of one lane have taken. */
public final class Measurement {

    private static final double NANOS = 1e9;
    private static final double MICROS = 1e6;

    private final List<Run> runs = new ArrayList<>();

    /**
     * One run.
     *
     * @param events that it read, or rows that it wrote
     * @param cpuSeconds of the contestant's process
     * @param extras what else is known of it, by name
     */
    public record Run(
            long events,
            double wallSeconds,
            double cpuSeconds,
            double engineSeconds,
            double brokerSeconds,
            Map<String, Double> extras) {}

    public void add(Run run) {
        runs.add(run);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** Of a run; they are the same in all rounds. */
    public long events() {
        return runs.get(0).events();
    }

    public static double seconds(long nanos) {
        return nanos / NANOS;
    }

    /** Events or rows a second. */
    public Samples rate() {
        return new Samples(runs.stream().map(run -> run.events() / run.wallSeconds()).toList());
    }

    /** Microseconds of the contestant's CPU for each event or row. */
    public Samples cpuMicros() {
        return new Samples(
                runs.stream().map(run -> MICROS * run.cpuSeconds() / run.events()).toList());
    }

    /**
     * The same of one event or row more: what comes with a run, whatever its size, is left out.
     * (CPU of all − CPU of a part) / (1 − part) / events.
     *
     * @param microsOfPart the name of the extra that says what the part cost
     * @param part of the events, between 0 and 1
     */
    public Samples marginalMicros(String microsOfPart, double part) {
        return new Samples(
                runs.stream()
                        .map(
                                run ->
                                        (MICROS * run.cpuSeconds() - run.extras().get(microsOfPart))
                                                / (1 - part)
                                                / run.events())
                        .toList());
    }

    /** Microseconds of ClickHouse's CPU for each event or row. */
    public Samples engineMicros() {
        return new Samples(
                runs.stream().map(run -> MICROS * run.engineSeconds() / run.events()).toList());
    }

    /** Microseconds of the broker's CPU for each event or row. */
    public Samples brokerMicros() {
        return new Samples(
                runs.stream().map(run -> MICROS * run.brokerSeconds() / run.events()).toList());
    }

    /** For each event, the sum of all extras whose name begins so. */
    public Samples extraPerEvent(String prefix) {
        return new Samples(
                runs.stream()
                        .map(
                                run ->
                                        new TreeMap<>(run.extras())
                                                        .entrySet().stream()
                                                                .filter(
                                                                        each ->
                                                                                each.getKey()
                                                                                        .startsWith(
                                                                                                prefix))
                                                                .mapToDouble(Map.Entry::getValue)
                                                                .sum()
                                                / run.events())
                        .toList());
    }
}
