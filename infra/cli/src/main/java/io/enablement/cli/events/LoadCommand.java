package io.enablement.cli.events;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.Failure;
import io.enablement.cli.stack.Servers;
import io.enablement.cli.stack.StackOptions;
import io.enablement.intake.EventFile;
import io.enablement.intake.IntakeSummary;
import io.enablement.local.LocalStack;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends files to Kafka. */
@Command(
        name = "load",
        description = {
            "Load files of events into Kafka, for the job that runs or will run.",
            "A row that cannot become an event is kept as a dead letter, with its file and line."
        })
public final class LoadCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private FileOptions files;
    @Mixin private StackOptions stack;

    @Option(names = "--strict", description = "Exit with 1 where rows were rejected.")
    private boolean strict;

    @Override
    public Integer call() {
        try (EventFile events = files.open()) {
            IntakeSummary summary = load(events);
            return strict && summary.rejectedCount() > 0 ? Failure.DEAD_LETTERS : 0;
        }
    }

    private IntakeSummary load(EventFile events) {
        if (stack.kafka().isGiven()) {
            return load(events, stack.kafka().servers());
        }
        Optional<Servers> running = stack.running();
        if (running.isPresent()) {
            return load(events, running.get().kafka());
        }
        console.step("Starting the stack on " + stack.directory());
        try (LocalStack local = stack.open()) {
            return load(events, local.addresses().kafkaServers());
        }
    }

    private IntakeSummary load(EventFile events, String servers) {
        stack.kafka().createTopics(servers);
        return new Loading(console).load(events, servers);
    }
}
