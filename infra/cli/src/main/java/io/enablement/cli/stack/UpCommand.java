package io.enablement.cli.stack;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.StopSignal;
import io.enablement.dashboard.Dashboard;
import io.enablement.local.LocalStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the stack until it is told to stop. */
@Command(
        name = "up",
        description = {
            "Start Kafka, ClickHouse, the jobs and the dashboard in the foreground.",
            "What is loaded from another terminal shows after a checkpoint. Ctrl-C stops cleanly;"
                    + " the next up or process on DIR goes on exactly there."
        })
public final class UpCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private StackOptions stack;
    @Mixin private JobOptions job;

    @Option(
            names = "--no-dashboard",
            description = "Leave the dashboard closed; enablement dashboard opens it elsewhere.")
    private boolean withoutDashboard;

    @Override
    public Integer call() throws InterruptedException {
        job.check();
        try (StopSignal signal = new StopSignal()) {
            signal.listen();
            console.step("Starting the stack on " + stack.directory());
            try (LocalStack local = stack.open()) {
                RunningStack running = RunningStack.start(local, stack, job, console);
                await(running, signal);
            }
            console.step("Stopped");
            signal.workIsClosed();
        }
        return 0;
    }

    private void await(RunningStack running, StopSignal signal) throws InterruptedException {
        if (withoutDashboard) {
            running.tell("closed");
            running.awaitStop(signal);
            return;
        }
        try (Dashboard dashboard = running.openDashboard()) {
            running.tell(dashboard.url().toString());
            running.awaitStop(signal);
        }
    }
}
