package io.enablement.cli.bench;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.Failure;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the pipeline beside what a user would take instead. */
@Command(
        name = "bench",
        description = {
            "Measure the pipeline beside what a user would take instead, on the same events, in turns.",
            "Every contestant is a process of its own, warms up, and must find the same numbers. What counts are the ratios of each round: their median, the least and the greatest."
        },
        footer = {
            "",
            "Examples:",
            "  enablement bench --only peers",
            "  enablement bench --events 300000 --rounds 1 --only ceiling,sink",
            "  enablement bench --only dashboard --deals 1000000",
            "  enablement bench --full --profile --write infra/bench/RESULTS.md"
        })
public final class BenchCommand implements Callable<Integer> {

    private static final List<String> ITEMS =
            List.of(
                    "ceiling",
                    "peers",
                    "sink",
                    "growth",
                    "batch",
                    "latency",
                    "recovery",
                    "dashboard",
                    "micro");
    private static final List<String> USUAL = ITEMS.subList(0, 3);

    private final Console console = Console.standard();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "3000000",
            description =
                    "How many each contestant reads in all rounds together (default: ${DEFAULT-VALUE}).")
    private long events;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often everybody has a turn (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "ITEM",
            description =
                    "Of ceiling, peers, sink, growth, batch, latency, recovery, dashboard and micro; without it the first three, with --full all.")
    private List<String> only = List.of();

    @Option(
            names = "--full",
            description =
                    "Everything that there is, and everybody reads all events; takes one to two hours.")
    private boolean full;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "How long ceiling, peers and sink may take together, the warm-up included: who is too slow for it reads the events of an organisation of half, a quarter or an eighth the size, and the report says so. 0 for as long as it takes (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--grown",
            paramLabel = "N",
            defaultValue = "10000000",
            description =
                    "Events of the largest run of growth, which everybody has one turn in (default: ${DEFAULT-VALUE}).")
    private long grown;

    @Option(
            names = "--deals",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Of the dashboard's organisation (default: ${DEFAULT-VALUE}).")
    private long deals;

    @Option(
            names = "--profile",
            description = "Record the contestants with Flight Recorder and show their hot methods.")
    private boolean profile;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write what was found to a Markdown file, too.")
    private Path file;

    @Mixin private FormatOption format;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Path directory = Files.createTempDirectory("enablement-bench");
        BenchResults results = new BenchResults();
        int exit = new BenchProcess(directory, console).run(arguments(directory), results);
        if (exit != 0) {
            console.step("The benchmarks failed; logs are in " + directory);
        }
        if (results.conditions().isEmpty()) {
            return Failure.FAILED;
        }
        new BenchPrinter(console).print(results, format.chosen());
        if (file != null) {
            Files.writeString(file, new BenchReport(results, commandLine()).text());
            console.step("Written to " + file);
        }
        return exit == 0 ? 0 : Failure.FAILED;
    }

    private void check() {
        List<String> problems = new ArrayList<>();
        if (rounds < 1 || rounds > 99) {
            problems.add("--rounds %d is not within 1 to 99".formatted(rounds));
        }
        if (events < 16_000L * Math.max(1, rounds)) {
            problems.add("--events %d is less than 16,000 for each round".formatted(events));
        }
        if (minutes < 0) {
            problems.add("--minutes %d is less than 0".formatted(minutes));
        }
        if (grown < 256_000) {
            problems.add(
                    "--grown %d is less than 256,000: a sixteenth of it is read as well"
                            .formatted(grown));
        }
        if (deals < 50_000 || deals > 100_000_000) {
            problems.add("--deals %d is not within 50,000 to 100,000,000".formatted(deals));
        }
        only.stream()
                .filter(item -> !ITEMS.contains(item))
                .forEach(
                        item ->
                                problems.add(
                                        "--only '%s' is none of %s"
                                                .formatted(item, String.join(", ", ITEMS))));
        if (full && !only.isEmpty()) {
            problems.add("--full and --only exclude each other");
        }
        if (file != null
                && file.toAbsolutePath().getParent() != null
                && !Files.isDirectory(file.toAbsolutePath().getParent())) {
            problems.add("--write %s: there is no such directory".formatted(file));
        }
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
    }

    private List<String> arguments(Path directory) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--events", Long.toString(events)));
        arguments.addAll(List.of("--rounds", Integer.toString(rounds)));
        arguments.addAll(List.of("--only", String.join(",", items())));
        arguments.addAll(List.of("--minutes", Integer.toString(full ? 0 : minutes)));
        arguments.addAll(List.of("--grown", Long.toString(grown)));
        arguments.addAll(List.of("--deals", Long.toString(deals)));
        arguments.addAll(List.of("--directory", directory.toString()));
        if (profile) {
            arguments.add("--profile");
        }
        return arguments;
    }

    private List<String> items() {
        if (full) {
            return ITEMS;
        }
        return only.isEmpty() ? USUAL : only;
    }

    private String commandLine() {
        return "infra/enablement "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }
}
