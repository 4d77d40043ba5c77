package io.enablement.cli.stack;

import io.enablement.cli.clickhouse.DataOption;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.RunException;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the stack on a directory. */
@Command(
        name = "down",
        description = "Ask the stack that runs on DIR to stop cleanly, and wait until it has.")
public final class DownCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 120;

    private final Console console = Console.standard();

    @Mixin private DataOption data;

    @Override
    public Integer call() throws InterruptedException {
        Optional<StackAddresses> running = LocalStack.running(data.directory());
        if (running.isEmpty()) {
            console.plain("No stack runs on " + data.directory());
            return 0;
        }
        stop(running.get());
        console.plain("Stopped the stack on " + data.directory());
        return 0;
    }

    /** Returns when its process has ended. */
    public static void stop(StackAddresses stack) throws InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(stack.processId());
        if (process.isPresent()) {
            process.get().destroy();
            awaitEnd(process.get());
        }
    }

    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new RunException(
                    "Process %d does not stop within %d s"
                            .formatted(process.pid(), PATIENCE_SECONDS),
                    e);
        } catch (ExecutionException e) {
            throw new RunException("Process " + process.pid() + " cannot be watched", e);
        }
    }
}
