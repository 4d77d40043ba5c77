package io.enablement.cli;

import io.enablement.intake.EventFile;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import io.enablement.streaming.job.CohortMetricsJob;
import io.enablement.streaming.job.JobSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Files the whole way into ClickHouse: loaded, read by the job to their end, published. */
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

    /** With the job that runs on the stack already, which goes on running. */
    RunSummary through(StackAddresses addresses, Servers servers, EventFile events) {
        JobSettings settings = jobOptions.check();
        Publications publications = new Publications(servers.clickHouse(), settings.generation());
        JobWatch watch =
                new JobWatch(
                        new FlinkJobs(URI.create(addresses.flinkUrl())), publications, console);
        long before = publications.last();
        new Loading(console).load(events, servers.kafka());
        awaitRead(watch, servers, settings);
        watch.awaitPublication(publications.last());
        return summary(servers, settings, before);
    }

    /** With a job of its own, which ends with a savepoint. */
    RunSummary through(LocalStack local, EventFile events) {
        Servers servers = stack.servers(local);
        stack.prepare(servers, jobOptions.check());
        console.step("Starting the job");
        LocalJob job = LocalJob.start(local, servers, jobOptions, stack.ports().flink());
        JobSettings settings = job.settings();
        Publications publications = new Publications(servers.clickHouse(), settings.generation());
        long before = publications.last();
        JobWatch watch = new JobWatch(new FlinkJobs(job.flinkUrl()), publications, console);
        new Loading(console).load(events, servers.kafka());
        awaitRead(watch, servers, settings);
        // Only then does every task run, as a savepoint needs it.
        watch.awaitPublication(before);
        console.step("Stopping the job with a savepoint");
        long reached = publications.last();
        job.stop();
        watch.awaitPublication(reached);
        return summary(servers, settings, before);
    }

    private void awaitRead(JobWatch watch, Servers servers, JobSettings settings) {
        console.step("Processing");
        try (EventLog log = EventLog.of(servers.kafka())) {
            Map<TopicPartition, Long> ends = log.ends();
            watch.awaitRead(log, ends, settings.consumerGroup(CohortMetricsJob.NAME));
        }
    }

    private RunSummary summary(Servers servers, JobSettings settings, long before) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startedNanos);
        return RunSummary.read(
                servers.clickHouse(),
                CohortMetricsJob.NAME,
                settings.generation(),
                before,
                elapsed);
    }
}
