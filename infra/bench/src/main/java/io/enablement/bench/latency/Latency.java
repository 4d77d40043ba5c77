package io.enablement.bench.latency;

import io.enablement.bench.Scene;
import io.enablement.bench.events.EventTopics;
import io.enablement.bench.pipeline.LivePipeline;
import io.enablement.bench.report.Finding;
import io.enablement.bench.report.Quantiles;
import io.enablement.bench.report.Samples;
import io.enablement.bench.report.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * From when an event is due until a reader sees it, by checkpoint interval and load: events flow
 * through Kafka into the job without an end while a reader asks ClickHouse.
 */
public final class Latency {

    /** In seconds. */
    public static final List<Integer> INTERVALS = List.of(1, 5, 10);

    private static final List<Double> LOADS = List.of(0.25, 0.5, 0.8);
    private static final double JUDGED_LOAD = 0.5;
    private static final double MOST_INTERVALS = 2;
    private static final Pace MARKERS = new Pace(100);
    private static final int LEAST_SETTLING_SECONDS = 8;
    private static final int LEAST_SECONDS = 15;
    private static final int INTERVALS_OF_RUN = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scene scene;

    public Latency(Scene scene) {
        this.scene = scene;
    }

    /** One interval and load. */
    private record Case(int interval, double load) {

        String title() {
            return "interval %d s, load %.0f %%".formatted(interval, 100 * load);
        }

        int settlingSeconds() {
            return Math.max(LEAST_SETTLING_SECONDS, 2 * interval);
        }

        int measuredSeconds() {
            return Math.max(LEAST_SECONDS, INTERVALS_OF_RUN * interval);
        }
    }

    /**
     * @param capacities events a second that the job reads when it catches up, by interval
     */
    public List<Finding> findings(Map<Integer, Double> capacities) throws Exception {
        List<Case> cases = new ArrayList<>();
        for (int interval : INTERVALS) {
            LOADS.forEach(load -> cases.add(new Case(interval, load)));
        }
        Map<Case, List<Quantiles>> delays = new LinkedHashMap<>();
        try (LivePipeline pipeline = LivePipeline.start(scene)) {
            scene.progress("Latency, warming up");
            run(pipeline, cases.get(1), capacities);
            for (int round = 1; round <= scene.rounds(); round++) {
                for (Case each : cases) {
                    scene.progress(
                            "Latency, round %d of %d: %s"
                                    .formatted(round, scene.rounds(), each.title()));
                    Quantiles found = run(pipeline, each, capacities);
                    scene.progress(
                            "Latency, %s: p50 %.2f s, p99 %.2f s of %d events"
                                    .formatted(
                                            each.title(),
                                            found.at(0.5),
                                            found.at(0.99),
                                            found.count()));
                    delays.computeIfAbsent(each, first -> new ArrayList<>()).add(found);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        delays.forEach((each, found) -> findings.addAll(findings(each, found)));
        return findings;
    }

    private Quantiles run(LivePipeline pipeline, Case now, Map<Integer, Double> capacities)
            throws Exception {
        Pace pace = new Pace(now.load() * capacities.get(now.interval()));
        int seconds = now.settlingSeconds() + now.measuredSeconds();
        int generation = scene.nextGeneration();
        String set = "live-%d-".formatted(generation);
        EventTopics.create(scene.services().kafka(), set);
        pipeline.run(set, "heap, ledgers, every %ds".formatted(now.interval()), generation);
        try (PacedEvents events =
                        PacedEvents.start(
                                scene.services().kafka(),
                                set,
                                (long) (pace.perSecond() * (seconds + 1)),
                                pace,
                                MARKERS);
                SeenMarkers seen = SeenMarkers.start(scene.services().database(), generation)) {
            TimeUnit.SECONDS.sleep(now.settlingSeconds());
            long first = events.markersBy(System.nanoTime());
            TimeUnit.SECONDS.sleep(now.measuredSeconds());
            long last = events.markersBy(System.nanoTime()) - 1;
            // Events go on: the last markers are seen under the same load.
            Publications.await(PATIENCE, () -> seen.has(last));
            return Delays.of(
                    first, last, events::dueNanos, seen.nanosByMarker(), System.nanoTime());
        } finally {
            pipeline.stop();
            scene.services().forget(generation);
        }
    }

    private static List<Finding> findings(Case now, List<Quantiles> found) {
        Samples p99 = samples(found, 0.99, 1);
        List<Finding> findings = new ArrayList<>();
        findings.add(told("p50, seconds: " + now.title(), samples(found, 0.5, 1)));
        findings.add(told("p99, seconds: " + now.title(), p99));
        if (now.load() == JUDGED_LOAD) {
            findings.add(
                    new Finding(
                            "latency",
                            "p99 ÷ interval: " + now.title(),
                            Target.atMost(MOST_INTERVALS),
                            samples(found, 0.99, now.interval())));
        }
        return findings;
    }

    private static Finding told(String what, Samples samples) {
        return new Finding("latency", what, null, samples);
    }

    private static Samples samples(List<Quantiles> found, double share, double divisor) {
        return new Samples(found.stream().map(each -> each.at(share) / divisor).toList());
    }
}
