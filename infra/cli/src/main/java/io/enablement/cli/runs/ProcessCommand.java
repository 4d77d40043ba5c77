package io.enablement.cli.runs;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.Failure;
import io.enablement.cli.events.FileOptions;
import io.enablement.cli.stack.JobOptions;
import io.enablement.cli.stack.StackOptions;
import io.enablement.intake.EventFile;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes files the whole way into ClickHouse. */
@Command(
        name = "process",
        description = {
            "Load files and run the jobs over them to the end, in one go.",
            "Starts what is missing, stops with savepoints in DIR, and prints a summary. The next process or up on DIR goes on exactly there."
        })
public final class ProcessCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private FileOptions files;
    @Mixin private StackOptions stack;
    @Mixin private JobOptions job;

    @Option(names = "--strict", description = "Exit with 1 where there are dead letters.")
    private boolean strict;

    @Override
    public Integer call() {
        job.check();
        try (EventFile events = files.open()) {
            RunSummary summary = run(events);
            summary.print(console);
            return strict && summary.deadLetters() > 0 ? Failure.DEAD_LETTERS : 0;
        }
    }

    private RunSummary run(EventFile events) {
        ProcessRun run = new ProcessRun(stack, job, console);
        Optional<StackAddresses> running = LocalStack.running(stack.directory());
        if (running.isPresent()) {
            return run.through(running.get(), stack.running().orElseThrow(), events);
        }
        console.step("Starting the stack on " + stack.directory());
        try (LocalStack local = stack.open()) {
            return run.through(local, events);
        }
    }
}
