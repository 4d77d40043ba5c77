package io.enablement.cli;

import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import io.enablement.streaming.job.CohortMetricsJob;
import java.nio.file.Path;

/** A local stack with its job, which goes on until somebody stops it. */
final class RunningStack {

    private static final long PAUSE_MILLIS = 500;

    private final StackAddresses addresses;
    private final Path directory;
    private final Servers servers;
    private final LocalJob job;
    private final Console console;

    private RunningStack(
            StackAddresses addresses,
            Path directory,
            Servers servers,
            LocalJob job,
            Console console) {
        this.addresses = addresses;
        this.directory = directory;
        this.servers = servers;
        this.job = job;
        this.console = console;
    }

    /** Makes topics, tables and views where they are not there yet. */
    static RunningStack start(
            LocalStack local, StackOptions stack, JobOptions options, Console console) {
        Servers servers = stack.servers(local);
        stack.prepare(servers, options.check());
        LocalJob job = LocalJob.start(local, servers, options, stack.ports().flink());
        return new RunningStack(local.addresses(), stack.directory(), servers, job, console);
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

    /** Fails when the job does. */
    void awaitStop(StopSignal signal) throws InterruptedException {
        console.step("Ready; Ctrl-C stops");
        FlinkJobs jobs = new FlinkJobs(job.flinkUrl());
        while (!signal.within(PAUSE_MILLIS)) {
            jobs.failWith(CohortMetricsJob.NAME);
        }
        stop();
    }

    /** With a savepoint; a job whose tasks do not all run yet has none to give. */
    void stop() {
        console.step("Stopping the job with a savepoint");
        try {
            job.stop();
        } catch (IllegalStateException e) {
            console.step(
                    "There is no savepoint; the next start goes on from the newest checkpoint ("
                            + Failure.of(e).sentence()
                            + ")");
        }
    }
}
