package io.enablement.cli.stack;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.StopSignal;
import io.enablement.dashboard.Dashboard;
import io.enablement.local.LocalStack;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

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

    @Override
    public Integer call() throws InterruptedException {
        job.check();
        try (StopSignal signal = new StopSignal()) {
            signal.listen();
            console.step("Starting the stack on " + stack.directory());
            try (LocalStack local = stack.open()) {
                RunningStack running = RunningStack.start(local, stack, job, console);
                try (Dashboard dashboard = running.openDashboard()) {
                    running.tell(dashboard);
                    running.awaitStop(signal);
                }
            }
            console.step("Stopped");
            signal.workIsClosed();
        }
        return 0;
    }
}
