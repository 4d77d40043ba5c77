package io.enablement.cli;

import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import io.enablement.streaming.job.CohortMetricsJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the stack until it is told to stop. */
@Command(
        name = "up",
        description = {
            "Start Kafka, ClickHouse and the job in the foreground.",
            "What is loaded from another terminal shows after a checkpoint. Ctrl-C stops cleanly; the next up or process on DIR goes on exactly there."
        })
final class UpCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 500;

    private final Console console = Console.standard();

    @Mixin private StackOptions stack;
    @Mixin private JobOptions job;

    @Override
    public Integer call() throws InterruptedException {
        job.check();
        try (StopSignal signal = StopSignal.listen()) {
            console.step("Starting the stack on " + stack.directory());
            try (LocalStack local = stack.open()) {
                run(local, signal);
            }
            console.step("Stopped");
            signal.workIsClosed();
        }
        return 0;
    }

    private void run(LocalStack local, StopSignal signal) throws InterruptedException {
        Servers servers = stack.servers(local);
        stack.prepare(servers, job.check());
        LocalJob running = LocalJob.start(local, servers, job, stack.ports().flink());
        FlinkJobs jobs = new FlinkJobs(running.flinkUrl());
        tell(local.addresses());
        while (!signal.within(PAUSE_MILLIS)) {
            jobs.failWith(CohortMetricsJob.NAME);
        }
        console.step("Stopping the job with a savepoint");
        stop(running);
    }

    private void tell(StackAddresses addresses) {
        console.result("@|bold Kafka|@       " + addresses.kafkaServers());
        console.result(
                "@|bold ClickHouse|@  %s  user %s"
                        .formatted(addresses.clickHouseUrl(), addresses.clickHouseUser()));
        console.result("@|bold Flink|@       " + addresses.flinkUrl());
        console.result("@|bold Data|@        " + stack.directory().toAbsolutePath().normalize());
        console.step("Ready; Ctrl-C stops");
    }

    /** A job whose tasks do not all run yet has no savepoint to give. */
    private void stop(LocalJob running) {
        try {
            running.stop();
        } catch (IllegalStateException e) {
            console.step(
                    "There is no savepoint; the next start goes on from the newest checkpoint ("
                            + Failure.of(e).sentence()
                            + ")");
        }
    }
}
