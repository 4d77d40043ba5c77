package io.enablement.cli.stack;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.Failure;
import io.enablement.cli.console.RunException;
import io.enablement.cli.console.StopSignal;
import io.enablement.cli.dashboard.OpenDashboard;
import io.enablement.cli.generations.Generations;
import io.enablement.dashboard.Dashboard;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import io.enablement.local.StackException;
import java.nio.file.Path;
import java.util.List;

/** A local stack with its jobs, which go on until somebody stops them. */
public final class RunningStack {

    private static final long PAUSE_MILLIS = 500;

    private final StackAddresses addresses;
    private final Path directory;
    private final Servers servers;
    private final JobOptions options;
    private final Generations generations;
    private final int dashboardPort;
    private final Console console;
    private LocalJobs jobs;
    private long waitingFor;

    private RunningStack(
            StackAddresses addresses,
            Path directory,
            Servers servers,
            JobOptions options,
            LocalJobs jobs,
            int dashboardPort,
            Console console) {
        this.addresses = addresses;
        this.directory = directory;
        this.servers = servers;
        this.options = options;
        this.generations = new Generations(servers.clickHouse());
        this.jobs = jobs;
        this.dashboardPort = dashboardPort;
        this.console = console;
    }

    /** Makes topics, tables and views where they are not there yet. */
    public static RunningStack start(
            LocalStack local, StackOptions stack, JobOptions options, Console console) {
        Servers servers = stack.servers(local);
        stack.prepare(servers, options);
        LocalJobs jobs = LocalJobs.start(local, servers, options, stack.ports().flink());
        return new RunningStack(
                local.addresses(),
                stack.directory(),
                servers,
                options,
                jobs,
                stack.ports().dashboard(),
                console);
    }

    public StackAddresses addresses() {
        return addresses;
    }

    public Servers servers() {
        return servers;
    }

    /** Opens the dashboard for as long as the stack is up. */
    public Dashboard openDashboard() {
        Dashboard dashboard =
                OpenDashboard.beside(servers.clickHouse(), servers.kafka(), dashboardPort);
        dashboard.prepare();
        return dashboard;
    }

    /** Where everything listens. */
    public void tell(String dashboard) {
        console.result("@|bold Dashboard|@   " + dashboard);
        console.result("@|bold Kafka|@       " + addresses.kafkaServers());
        console.result(
                "@|bold ClickHouse|@  %s  user %s"
                        .formatted(addresses.clickHouseUrl(), addresses.clickHouseUser()));
        console.result("@|bold Flink|@       " + addresses.flinkUrl());
        console.result("@|bold Data|@        " + directory.toAbsolutePath().normalize());
    }

    /** Fails when a job does. */
    public void awaitStop(StopSignal signal) throws InterruptedException {
        console.step("Ready; Ctrl-C stops");
        FlinkJobs flink = new FlinkJobs(jobs.flinkUrl());
        while (!signal.within(PAUSE_MILLIS)) {
            jobs.all().forEach(job -> flink.failWith(job.name()));
            if (!options.namesGeneration()) {
                followActive();
            }
        }
        stop();
    }

    /** Goes on with the generation that somebody has activated. */
    private void followActive() {
        long active = activeOr(jobs.results().generation());
        if (active == jobs.results().generation()) {
            return;
        }
        GenerationLock lock;
        try {
            lock = GenerationLock.take(jobs.flink()::snapshots, active);
        } catch (StackException e) {
            tellOnce(active, "Generation %d is active; another process still writes it");
            return;
        }
        console.step("Generation %d is active: going on with it".formatted(active));
        stopResults();
        if (!jobs.results().running().isEmpty()) {
            lock.close();
            return;
        }
        options.follow(active, generations);
        jobs = jobs.withResults(ResultJobs.start(jobs.flink(), servers, options, lock));
        console.step("The jobs write generation " + active);
    }

    /** What has no savepoint to give yet goes on running until it is asked again. */
    private void stopResults() {
        List<LocalJob> left = jobs.results().running().stream().filter(job -> !stop(job)).toList();
        jobs = jobs.withResults(jobs.results().with(left));
    }

    /** A ClickHouse elsewhere may be away for a while; the jobs wait for it as well. */
    private long activeOr(long present) {
        try {
            return generations.active();
        } catch (RunException e) {
            return present;
        }
    }

    private void tellOnce(long generation, String sentence) {
        if (waitingFor != generation) {
            waitingFor = generation;
            console.step(sentence.formatted(generation));
        }
    }

    /** With a savepoint of each job; one whose tasks do not all run yet has none to give. */
    public void stop() {
        console.step("Stopping the jobs with savepoints");
        jobs.all().forEach(this::stop);
    }

    private boolean stop(LocalJob job) {
        try {
            job.stop();
            return true;
        } catch (IllegalStateException e) {
            console.step(
                    "There is no savepoint of %s; its next start goes on from the newest checkpoint (%s)"
                            .formatted(job.name(), Failure.of(e).sentence()));
            return false;
        }
    }
}
