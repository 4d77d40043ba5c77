package io.enablement.bench.recovery;

import io.enablement.bench.Scene;
import io.enablement.bench.events.EventTopics;
import io.enablement.bench.events.SalesEvents;
import io.enablement.bench.latency.Publications;
import io.enablement.bench.process.FlinkCluster;
import io.enablement.bench.report.Finding;
import io.enablement.bench.report.Samples;
import io.enablement.bench.report.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * How long a pipeline stands still when a TaskManager gets {@code kill -9}: until all tasks run
 * again, and until a reader sees the next commit. Two clusters, one with Flink's defaults and one
 * with our settings, run the same job over the same topics; they are struck in turns, with little
 * state and then with much. Both have a TaskManager to spare: what differs are the settings.
 */
public final class Recovery {

    private static final String SET = "recovery-";
    private static final String VARIANT = "rocksdb, ledgers, every 1s";
    private static final long SEED = 13;
    private static final long FEW_EVENTS = SalesEvents.UNIT;

    /** One of them is a spare, as README.md says. */
    private static final int TASK_MANAGERS = 3;

    private static final double TIMES_FASTER = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double NANOS = 1e9;

    private final Scene scene;
    private final Map<FlinkSettings, Struck> struck = new EnumMap<>(FlinkSettings.class);

    public Recovery(Scene scene) {
        this.scene = scene;
    }

    /** A cluster with its job. */
    private record Struck(FlinkCluster cluster, RemoteJob job, int generation) {}

    /** What one kill cost, in seconds. */
    private record Outage(double untilRunning, double untilCommit) {}

    public List<Finding> findings() throws Exception {
        try {
            EventTopics.create(scene.services().kafka(), SET);
            for (FlinkSettings settings : FlinkSettings.values()) {
                scene.progress("Recovery, starting a cluster with " + settings.title());
                struck.put(settings, start(settings));
            }
            SalesEvents events = SalesEvents.of(SEED, scene.events());
            List<Finding> findings = new ArrayList<>(withState(events, 0, FEW_EVENTS));
            if (events.size() > FEW_EVENTS) {
                findings.addAll(withState(events, FEW_EVENTS, events.size()));
            }
            return findings;
        } finally {
            for (Struck each : struck.values()) {
                each.job().close();
                each.cluster().close();
                scene.services().forget(each.generation());
            }
        }
    }

    private Struck start(FlinkSettings settings) throws Exception {
        int generation = scene.nextGeneration();
        FlinkCluster cluster =
                FlinkCluster.start(
                        settings.name().toLowerCase(Locale.ROOT),
                        scene.directory(),
                        TASK_MANAGERS,
                        settings.lines());
        try {
            RemoteJob job =
                    RemoteJob.start(cluster, scene.race(SET, VARIANT, generation), settings);
            return new Struck(cluster, job, generation);
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
    }

    /** Sends the events that are missing, and strikes when both have published all of them. */
    private List<Finding> withState(SalesEvents events, long sent, long count) throws Exception {
        String state = "%,d events of state".formatted(count);
        scene.progress("Recovery, building up " + state);
        EventTopics.append(scene.services().kafka(), SET, events, sent, count);
        for (Struck each : struck.values()) {
            await(
                    "published all events",
                    () ->
                            Publications.records(scene.services().database(), each.generation())
                                    >= count);
        }
        Map<FlinkSettings, List<Outage>> outages = new EnumMap<>(FlinkSettings.class);
        for (int round = 1; round <= scene.rounds(); round++) {
            for (FlinkSettings settings : FlinkSettings.values()) {
                Outage outage = kill(struck.get(settings));
                scene.progress(
                        "Recovery, %s, %s, round %d: %.1f s until all tasks run, %.1f s until the next commit"
                                .formatted(
                                        state,
                                        settings.title(),
                                        round,
                                        outage.untilRunning(),
                                        outage.untilCommit()));
                outages.computeIfAbsent(settings, first -> new ArrayList<>()).add(outage);
            }
        }
        return findings(state, outages);
    }

    private Outage kill(Struck pipeline) throws InterruptedException {
        await(
                "got a TaskManager to spare",
                () -> pipeline.job().isAtRestWith(pipeline.cluster().taskManagers()));
        TimeUnit.SECONDS.sleep(2); // a checkpoint or two since the last kill
        String busy = pipeline.job().busy();
        long before = Publications.newest(scene.services().database(), pipeline.generation());
        long killedAt = System.currentTimeMillis();
        long killed = System.nanoTime();
        pipeline.cluster().replaceTaskManager(busy);
        await("started over", () -> pipeline.job().runsAgainSince(killedAt));
        double untilRunning = (System.nanoTime() - killed) / NANOS;
        // What was committed between the look and the kill is no sign of recovery.
        long atRestart = Math.max(before, newest(pipeline));
        await("committed again", () -> newest(pipeline) > atRestart);
        return new Outage(untilRunning, (System.nanoTime() - killed) / NANOS);
    }

    private long newest(Struck pipeline) {
        return Publications.newest(scene.services().database(), pipeline.generation());
    }

    private static void await(String what, BooleanSupplier happened) {
        if (!Publications.await(PATIENCE, happened)) {
            throw new IllegalStateException(
                    "In %d minutes the pipeline has not %s".formatted(PATIENCE.toMinutes(), what));
        }
    }

    private static List<Finding> findings(String state, Map<FlinkSettings, List<Outage>> outages) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(
                findings("until all tasks run", state, samples(outages, Outage::untilRunning)));
        findings.addAll(
                findings("until the next commit", state, samples(outages, Outage::untilCommit)));
        return findings;
    }

    private static Map<FlinkSettings, Samples> samples(
            Map<FlinkSettings, List<Outage>> outages, ToDoubleFunction<Outage> part) {
        Map<FlinkSettings, Samples> samples = new EnumMap<>(FlinkSettings.class);
        outages.forEach(
                (settings, each) ->
                        samples.put(
                                settings,
                                new Samples(each.stream().mapToDouble(part).boxed().toList())));
        return samples;
    }

    private static List<Finding> findings(
            String until, String state, Map<FlinkSettings, Samples> seconds) {
        List<Finding> findings = new ArrayList<>();
        seconds.forEach(
                (settings, each) ->
                        findings.add(
                                finding(
                                        "seconds %s: %s, %s"
                                                .formatted(until, settings.title(), state),
                                        null,
                                        each)));
        findings.add(
                finding(
                        "%s, defaults ÷ ours: %s".formatted(until, state),
                        Target.atLeast(TIMES_FASTER),
                        seconds.get(FlinkSettings.DEFAULTS)
                                .dividedBy(seconds.get(FlinkSettings.OURS))));
        return findings;
    }

    private static Finding finding(String what, Target target, Samples samples) {
        return new Finding("recovery", what, target, samples);
    }
}
