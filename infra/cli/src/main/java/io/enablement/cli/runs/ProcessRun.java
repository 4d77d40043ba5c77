package io.enablement.cli.runs;

import io.enablement.cli.console.Console;
import io.enablement.cli.events.Loading;
import io.enablement.cli.generations.Generations;
import io.enablement.cli.stack.EventLog;
import io.enablement.cli.stack.JobOptions;
import io.enablement.cli.stack.JobWatch;
import io.enablement.cli.stack.LocalJobs;
import io.enablement.cli.stack.Publications;
import io.enablement.cli.stack.Servers;
import io.enablement.cli.stack.StackJob;
import io.enablement.cli.stack.StackOptions;
import io.enablement.intake.EventFile;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Files the whole way into ClickHouse: loaded, read by the jobs to their end, published. */
final class ProcessRun {

    private final StackOptions stack;
    private final JobOptions jobOptions;
    private final Console console;
    private final long startedNanos = System.nanoTime();

    ProcessRun(StackOptions stack, JobOptions jobOptions, Console console) {
        this.stack = stack;
        this.jobOptions = jobOptions;
        this.console = console;
    }

    /** With the jobs that run on the stack already, which go on running. */
    RunSummary through(StackAddresses addresses, Servers servers, EventFile events) {
        jobOptions.goOn(new Generations(servers.clickHouse()));
        Publications publications = new Publications(servers.clickHouse(), jobOptions.jobs());
        JobWatch watch = new JobWatch(URI.create(addresses.flinkUrl()), publications, console);
        Map<StackJob, Long> before = publications.last();
        new Loading(console).load(events, servers.kafka());
        awaitRead(watch, servers);
        watch.awaitPublication(publications.last());
        return summary(servers, before);
    }

    /** With jobs of its own, which end with savepoints. */
    RunSummary through(LocalStack local, EventFile events) {
        Servers servers = stack.servers(local);
        stack.prepare(servers, jobOptions);
        console.step("Starting the jobs");
        LocalJobs jobs = LocalJobs.start(local, servers, jobOptions, stack.ports().flink());
        Publications publications = new Publications(servers.clickHouse(), jobOptions.jobs());
        Map<StackJob, Long> before = publications.last();
        JobWatch watch = new JobWatch(jobs.flinkUrl(), publications, console);
        new Loading(console).load(events, servers.kafka());
        awaitRead(watch, servers);
        // Only then does every task run, as a savepoint needs it.
        watch.awaitPublication(before);
        console.step("Stopping the jobs with savepoints");
        Map<StackJob, Long> reached = publications.last();
        jobs.stop();
        watch.awaitPublication(reached);
        return summary(servers, before);
    }

    private void awaitRead(JobWatch watch, Servers servers) {
        console.step("Processing");
        try (EventLog log = EventLog.of(servers.kafka())) {
            watch.awaitRead(log, log.ends());
        }
    }

    private RunSummary summary(Servers servers, Map<StackJob, Long> before) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startedNanos);
        return RunSummary.read(servers.clickHouse(), before, elapsed);
    }
}
