package io.enablement.cli;

import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import java.nio.file.Path;

/** A local stack with its jobs, which go on until somebody stops them. */
final class RunningStack {

    private static final long PAUSE_MILLIS = 500;

    private final StackAddresses addresses;
    private final Path directory;
    private final Servers servers;
    private final LocalJobs jobs;
    private final Console console;

    private RunningStack(
            StackAddresses addresses,
            Path directory,
            Servers servers,
            LocalJobs jobs,
            Console console) {
        this.addresses = addresses;
        this.directory = directory;
        this.servers = servers;
        this.jobs = jobs;
        this.console = console;
    }

    /** Makes topics, tables and views where they are not there yet. */
    static RunningStack start(
            LocalStack local, StackOptions stack, JobOptions options, Console console) {
        Servers servers = stack.servers(local);
        stack.prepare(servers, options.check());
        LocalJobs jobs = LocalJobs.start(local, servers, options, stack.ports().flink());
        return new RunningStack(local.addresses(), stack.directory(), servers, jobs, console);
    }

    StackAddresses addresses() {
        return addresses;
    }

    Servers servers() {
        return servers;
    }

    /** Where everything listens. */
    void tell() {
        console.result("@|bold Kafka|@       " + addresses.kafkaServers());
        console.result(
                "@|bold ClickHouse|@  %s  user %s"
                        .formatted(addresses.clickHouseUrl(), addresses.clickHouseUser()));
        console.result("@|bold Flink|@       " + addresses.flinkUrl());
        console.result("@|bold Data|@        " + directory.toAbsolutePath().normalize());
    }

    /** Fails when a job does. */
    void awaitStop(StopSignal signal) throws InterruptedException {
        console.step("Ready; Ctrl-C stops");
        FlinkJobs flink = new FlinkJobs(jobs.flinkUrl());
        while (!signal.within(PAUSE_MILLIS)) {
            jobs.all().forEach(job -> flink.failWith(job.name()));
        }
        stop();
    }

    /** With a savepoint of each job; one whose tasks do not all run yet has none to give. */
    void stop() {
        console.step("Stopping the jobs with savepoints");
        jobs.all().forEach(this::stop);
    }

    private void stop(LocalJob job) {
        try {
            job.stop();
        } catch (IllegalStateException e) {
            console.step(
                    "There is no savepoint of %s; its next start goes on from the newest checkpoint (%s)"
                            .formatted(job.name(), Failure.of(e).sentence()));
        }
    }
}
